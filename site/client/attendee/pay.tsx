import { cancelPurchase } from '@event-sphere/contract/purchases'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { newIdempotencyKey, refused, requireUser, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { formatMoney } from '../ui/formats.ts'
import { Notice } from '../ui/notice.tsx'
import { PostForm } from '../ui/post-form.tsx'
import { findHoldings } from './holdings.ts'
import { askPhone } from './payment/ask-phone.ts'
import { dueOf } from './payment/due-of.ts'
import { findEventOf, getUnpaidPurchase, type PaidFor } from './payment/find-payments.ts'
import { Hold } from './payment/hold.tsx'
import { LostPurchase } from './payment/lost-purchase.tsx'
import { OpenPrompt } from './payment/open-prompt.tsx'
import { PhoneForm } from './payment/phone-form.tsx'
import { isAnyUndecided, isOpen } from './payment/read-stage.ts'
import { RefusalNotice } from './refusals/refusal-notice.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { purchase, payments } = await getUnpaidPurchase(site, request, params.purchaseId ?? '')
  const [event, { counts }] = await Promise.all([
    findEventOf(site, purchase),
    findHoldings(site, purchase.eventId),
  ])
  const asked = new URL(request.url).searchParams
  const now = site.now().toISOString()
  return {
    purchase,
    event,
    payment: payments[0],
    isUndecided: isAnyUndecided(payments, now),
    isPromptOpen: payments[0] !== undefined && isOpen(payments[0], now),
    owned: purchase.items.filter(({ ticketTypeId }) => counts[ticketTypeId]).map(({ name }) => name),
    isRegistered: asked.has('registered'),
    isOpenOrder: asked.has('open'),
    phone: site.session.phone ?? purchase.buyer.phone ?? site.session.user?.phone ?? '',
    idempotencyKey: newIdempotencyKey(),
    now,
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
  const sent = { site, request, form }
  if (textOf(form, 'intent') !== 'cancel') return askPhone(sent, purchaseId)
  const answer = await site.ticketing.call(cancelPurchase, { params: { id: purchaseId }, isMinimal: true })
  if (!answer.ok) return refused(sent, answer.problem)
  site.cache.forgetTicketTypes(answer.reply.eventId)
  const { slug } = await findEventOf(site, answer.reply)
  return redirect(slug ? `/choose?event=${slug}` : '/choose', 303)
}

export default function Pay() {
  const { purchase, event, now, isUndecided, isPromptOpen, isRegistered, isOpenOrder, owned, ...shown } =
    useLoaderData<typeof loader>()
  const refused = useRefused()
  const { say, language } = useWords()
  if (purchase.status !== 'pending_payment')
    return <LostPurchase purchase={purchase} event={event} payment={shown.payment} now={now} />
  const due = dueOf(purchase)
  const amount = formatMoney(due, language)
  return (
    <section className="narrow">
      <h1>{say('pay.title')}</h1>
      <RefusalNotice fields={['phoneNumber']} timezone={event.timezone} />
      {isRegistered && !refused && (
        <Notice kind="good" title={say('pay.registered')}>
          <p>{say('pay.registeredText')}</p>
        </Notice>
      )}
      {isOpenOrder && !refused && !isPromptOpen && <Notice kind="note" title={say('pay.open')} />}
      {owned.length > 0 && (
        <Notice kind="note" title={say('pay.owned', { name: owned.join(', ') })}>
          <p>{say(isPromptOpen ? 'pay.ownedPrompted' : 'pay.ownedText')}</p>
        </Notice>
      )}
      <div className="card">
        <Bill purchase={purchase} />
        {purchase.expiresAt && (
          <Hold expiresAt={purchase.expiresAt} now={now} timezone={event.timezone} reloads />
        )}
        {isPromptOpen ? (
          <OpenPrompt purchaseId={purchase.id} payment={shown.payment} timezone={event.timezone} now={now} />
        ) : (
          <>
            {isUndecided && (
              <Notice kind="note" title={say('undecided.title')}>
                <p>{say('undecided.look', { amount })}</p>
              </Notice>
            )}
            <PhoneForm
              amount={due}
              phone={shown.phone}
              idempotencyKey={shown.idempotencyKey}
              submit={isUndecided ? say('undecided.submit') : say('pay.submit', { amount })}
            />
          </>
        )}
      </div>
      {!isPromptOpen && (
        <PostForm values={{ intent: 'cancel' }}>
          <button className="plain" type="submit">
            {say('pay.cancel')}
          </button>
          {isUndecided && <p className="hint">{say('pay.cancelUndecided')}</p>}
          {purchase.paidAmount > 0 && (
            <p className="hint">
              {say('pay.cancelPartly', { paid: formatMoney(purchase.paidAmount, language) })}
            </p>
          )}
        </PostForm>
      )}
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
        {purchase.paidAmount > 0 && (
          <li>
            <span>{say('pay.already')}</span> <span>{formatMoney(purchase.paidAmount, language)}</span>
          </li>
        )}
      </ul>
      <p className="amount">
        <span>{say('pay.total')}</span> <strong>{formatMoney(dueOf(purchase), language)}</strong>
      </p>
    </>
  )
}
