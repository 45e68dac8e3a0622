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
import { Notice } from '../ui/notice.tsx'
import { PostForm } from '../ui/post-form.tsx'
import { RefusalNotice } from '../ui/refusal.tsx'
import { findHoldings } from './holdings.ts'
import { askPhone } from './payment/ask-phone.ts'
import { findEventOf, getUnpaidPurchase, listPayments, type PaidFor } from './payment/find-payments.ts'
import { Hold } from './payment/hold.tsx'
import { LostPurchase } from './payment/lost-purchase.tsx'
import { PhoneForm } from './payment/phone-form.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const purchase = await getUnpaidPurchase(site, request, params.purchaseId ?? '')
  const [payments, event, { counts }] = await Promise.all([
    listPayments(site, request, purchase.id),
    findEventOf(site, purchase.eventId),
    findHoldings(site, purchase.eventId),
  ])
  const asked = new URL(request.url).searchParams
  return {
    purchase,
    event,
    isPrompted: payments[0]?.status === 'pending',
    owned: purchase.items.filter(({ ticketTypeId }) => counts[ticketTypeId]).map(({ name }) => name),
    isRegistered: asked.has('registered'),
    isOpenOrder: asked.has('open'),
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
  const { slug } = await findEventOf(site, answer.reply.eventId)
  return redirect(slug ? `/choose?event=${slug}` : '/choose', 303)
}

export default function Pay() {
  const { purchase, event, phone, now, isPrompted, isRegistered, isOpenOrder, owned, ...shown } =
    useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { say, language } = useWords()
  const problem = result?.problem
  if (purchase.status !== 'pending_payment') return <LostPurchase purchase={purchase} slug={event.slug} />
  const amount = formatMoney(purchase.totalAmount, language)
  return (
    <section className="narrow">
      <h1>{say('pay.title')}</h1>
      <RefusalNotice problem={problem} fields={['phoneNumber']} timezone={event.timezone} />
      {isRegistered && !problem && (
        <Notice kind="good" title={say('pay.registered')}>
          <p>{say('pay.registeredText')}</p>
        </Notice>
      )}
      {isOpenOrder && !problem && <Notice kind="note" title={say('pay.open')} />}
      {owned.length > 0 && (
        <Notice kind="note" title={say('pay.owned', { name: owned.join(', ') })}>
          <p>{say('pay.ownedText')}</p>
        </Notice>
      )}
      {isPrompted && (
        <Notice kind="note" title={say('tickets.asking')}>
          <p>
            <a href={`/pay/${purchase.id}/waiting`}>{say('tickets.seeHow')}</a>
          </p>
        </Notice>
      )}
      <div className="card">
        <Bill purchase={purchase} />
        {purchase.expiresAt && (
          <Hold expiresAt={purchase.expiresAt} now={now} timezone={event.timezone} reloads />
        )}
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

function Bill({ purchase }: { purchase: PaidFor }) {
  const { say, language } = useWords()
  return (
    <>
      <ul className="bill">
        {purchase.items.map((item) => (
          <li key={item.ticketTypeId}>
            <span>{item.quantity > 1 ? `${item.quantity} × ${item.name}` : item.name}</span>{' '}
            <span>{item.amount === 0 ? say('types.free') : formatMoney(item.amount, language)}</span>
          </li>
        ))}
      </ul>
      <p className="amount">
        <span>{say('pay.total')}</span> <strong>{formatMoney(purchase.totalAmount, language)}</strong>
      </p>
    </>
  )
}
