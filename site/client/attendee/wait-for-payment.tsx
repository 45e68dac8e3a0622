import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { newIdempotencyKey, requireUser } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { askPhone } from './payment/ask-phone.ts'
import { findEventOf, getUnpaidPurchase } from './payment/find-payments.ts'
import { LostPurchase } from './payment/lost-purchase.tsx'
import { Outcome } from './payment/outcome.tsx'
import { Prompted } from './payment/prompted.tsx'
import { isAnyUndecided, mustWait, readStage } from './payment/read-stage.ts'
import { Undecided } from './payment/undecided.tsx'
import { RefusalNotice } from './refusals/refusal-notice.tsx'

const refreshSeconds = 5
const titles = { asking: 'wait.title', undecided: 'undecided.title', ended: 'wait.notPaid' } as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { purchase, payments } = await getUnpaidPurchase(site, request, params.purchaseId ?? '')
  const event = await findEventOf(site, purchase)
  const payment = payments[0]
  if (!payment) throw redirect(`/pay/${purchase.id}`, 303)
  const now = site.now().toISOString()
  const stage = readStage(payment, now)
  const isPartly = stage === 'ended' && purchase.paidAmount > 0
  return {
    purchase,
    payment,
    event,
    stage,
    isUndecided: isAnyUndecided(payments, now),
    phone: site.session.phone ?? purchase.buyer.phone ?? '',
    idempotencyKey: newIdempotencyKey(),
    now,
    title: sayIn(site.language)(isPartly ? 'wait.partlyPaid' : titles[stage]),
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  return askPhone({ site, request, form: await request.formData() }, params.purchaseId ?? '')
}

export default function WaitForPayment() {
  const { purchase, payment, event, stage, isUndecided, now, phone, idempotencyKey } =
    useLoaderData<typeof loader>()
  const result = useRefused()
  const { say } = useWords()
  if (purchase.status !== 'pending_payment')
    return <LostPurchase purchase={purchase} event={event} payment={payment} now={now} />
  const { timezone } = event
  const refreshes = stage === 'asking' || (stage === 'undecided' && mustWait(payment, now))
  const Told = stage === 'undecided' ? Undecided : Outcome
  const state = [payment.status, payment.purchaseStatus, payment.resultCode, payment.nextStep].join(' ')
  return (
    <section className="narrow">
      {refreshes && !result && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <RefusalNotice fields={['phoneNumber']} timezone={timezone} />
      <div
        id="payment"
        className="flow"
        aria-live="polite"
        data-follow={payment.paymentId}
        data-state={state}
      >
        {stage === 'asking' && (
          <>
            <Prompted purchase={purchase} payment={payment} timezone={timezone} now={now} />
            <p>
              <a href={`/pay/${purchase.id}`}>{say('wait.otherNumber')}</a>
            </p>
          </>
        )}
        {stage !== 'asking' && (
          <Told
            payment={payment}
            purchase={purchase}
            timezone={timezone}
            now={now}
            isUndecided={isUndecided}
            phone={phone}
            idempotencyKey={idempotencyKey}
          />
        )}
      </div>
    </section>
  )
}
