import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { newIdempotencyKey, requireUser } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { RefusalNotice } from '../ui/refusal.tsx'
import { askPhone } from './payment/ask-phone.ts'
import { getUnpaidPurchase, listPayments, zoneOf } from './payment/find-payments.ts'
import { LostPurchase } from './payment/lost-purchase.tsx'
import { Outcome } from './payment/outcome.tsx'
import { Prompted } from './payment/prompted.tsx'

const refreshSeconds = 5

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const purchase = await getUnpaidPurchase(site, request, params.purchaseId ?? '')
  const [payments, timezone] = await Promise.all([
    listPayments(site, request, purchase.id),
    zoneOf(site, purchase.eventId),
  ])
  const payment = payments[0]
  if (!payment) throw redirect(`/pay/${purchase.id}`, 303)
  return {
    purchase,
    payment,
    timezone,
    phone: site.session.phone ?? purchase.buyer.phone ?? '',
    idempotencyKey: newIdempotencyKey(),
    now: site.now().toISOString(),
    title: sayIn(site.language)(payment.status === 'pending' ? 'wait.title' : 'wait.notPaid'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  return askPhone(site, request, await request.formData(), params.purchaseId ?? '')
}

export default function WaitForPayment() {
  const { purchase, payment, timezone, now, phone, ...shown } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { say } = useWords()
  if (purchase.status !== 'pending_payment') return <LostPurchase purchase={purchase} />
  const isPending = payment.status === 'pending'
  const state = [payment.status, payment.purchaseStatus, payment.resultCode, payment.nextStep].join(' ')
  return (
    <section className="narrow">
      {isPending && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <RefusalNotice problem={result?.problem} fields={['phoneNumber']} />
      <div id="payment" aria-live="polite" data-follow={payment.paymentId} data-state={state}>
        {isPending ? (
          <Prompted purchase={purchase} payment={payment} timezone={timezone} now={now} />
        ) : (
          <Outcome
            payment={payment}
            purchase={purchase}
            timezone={timezone}
            now={now}
            phone={result?.typed.phoneNumber ?? phone}
            idempotencyKey={result?.idempotencyKey ?? shown.idempotencyKey}
            problem={result?.problem}
          />
        )}
      </div>
      {payment.warning && <p className="hint">{payment.warning}</p>}
      <p>
        <a href={`/pay/${purchase.id}`}>{say('wait.otherNumber')}</a>
      </p>
    </section>
  )
}
