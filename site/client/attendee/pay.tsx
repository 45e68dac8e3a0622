import { cancelPurchase } from '@event-sphere/contract/purchases'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { newIdempotencyKey, refused, requireUser, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { formatMoney } from '../ui/formats.ts'
import { PostForm } from '../ui/post-form.tsx'
import { RefusalNotice } from '../ui/refusal.tsx'
import { askPhone } from './payment/ask-phone.ts'
import { getUnpaidPurchase, listPayments, zoneOf } from './payment/find-payments.ts'
import { Hold } from './payment/hold.tsx'
import { LostPurchase } from './payment/lost-purchase.tsx'
import { PhoneForm } from './payment/phone-form.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const purchase = await getUnpaidPurchase(site, request, params.purchaseId ?? '')
  const [payments, timezone] = await Promise.all([
    listPayments(site, request, purchase.id),
    zoneOf(site, purchase.eventId),
  ])
  return {
    purchase,
    timezone,
    isPrompted: payments[0]?.status === 'pending',
    phone: site.session.phone ?? purchase.buyer.phone ?? site.session.user?.phone ?? '',
    idempotencyKey: newIdempotencyKey(),
    now: site.now().toISOString(),
    title: sayIn(site.language)('pay.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request, params }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  const purchaseId = params.purchaseId ?? ''
  const form = await request.formData()
  if (textOf(form, 'intent') !== 'cancel') return askPhone(site, request, form, purchaseId)
  const answer = await site.ticketing.call(cancelPurchase, { params: { id: purchaseId }, isMinimal: true })
  if (!answer.ok) return refused(answer.problem, form)
  site.cache.forgetTicketTypes(answer.reply.eventId)
  return redirect('/choose', 303)
}

export default function Pay() {
  const { purchase, timezone, phone, now, isPrompted, ...shown } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { say, language } = useWords()
  const problem = result?.problem
  if (purchase.status !== 'pending_payment') return <LostPurchase purchase={purchase} />
  const amount = formatMoney(purchase.totalAmount, language)
  return (
    <section className="narrow">
      <h1>{say('pay.title')}</h1>
      <RefusalNotice problem={problem} fields={['phoneNumber']} />
      {isPrompted && (
        <p>
          <a href={`/pay/${purchase.id}/waiting`}>{say('pay.prompted')}</a>
        </p>
      )}
      <div className="card">
        <ul className="bill">
          {purchase.items.map((item) => (
            <li key={item.ticketTypeId}>
              <span>{item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name}</span>
              <span>{item.amount === 0 ? say('types.free') : formatMoney(item.amount, language)}</span>
            </li>
          ))}
        </ul>
        <p className="amount">
          <span>{say('pay.total')}</span> <strong>{amount}</strong>
        </p>
        {purchase.expiresAt && <Hold expiresAt={purchase.expiresAt} now={now} timezone={timezone} />}
        <PhoneForm
          amount={purchase.totalAmount}
          phone={result?.typed.phoneNumber ?? phone}
          idempotencyKey={result?.idempotencyKey ?? shown.idempotencyKey}
          submit={say('pay.submit', { amount })}
          problem={problem}
        />
      </div>
      <PostForm values={{ intent: 'cancel' }}>
        <button className="plain" type="submit">
          {say('pay.cancel')}
        </button>
      </PostForm>
    </section>
  )
}
