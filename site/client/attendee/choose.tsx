import { placePurchase } from '@event-sphere/contract/purchases'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import {
  isSignedOut,
  newIdempotencyKey,
  type Refused,
  refused,
  replyOf,
  requireUser,
  textOf,
} from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { Notice } from '../ui/notice.tsx'
import { RefusalNotice } from '../ui/refusal.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { findFeaturedEvent, getEvent, orAway } from './find-event.ts'
import { listPurchases, readHoldings } from './holdings.ts'
import { choicesFor } from './offers.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  const slug = new URL(request.url).searchParams.get('event')
  const found = await (slug ? getEvent(site.cache, slug) : findFeaturedEvent(site.cache, site.now()))
  const event = found.value
  if (!event) throw redirect('/', 303)
  const [purchases, ticketTypes] = await Promise.all([
    listPurchases(site, request, event.id),
    orAway(site.cache.listTicketTypes(event.id)),
  ])
  const holdings = readHoldings(purchases, event.id)
  const choices = choicesFor(ticketTypes.value, holdings.ticketTypeIds).map((choice) => ({
    ...choice,
    idempotencyKey: newIdempotencyKey(),
  }))
  if (choices.length === 0 && holdings.ticketTypeIds.length > 0) throw redirect('/tickets', 303)
  return { event, choices, holdings, title: sayIn(site.language)('choose.title') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  const form = await request.formData()
  const eventId = textOf(form, 'eventId')
  const items = form.getAll('ticketType').map((id) => ({ ticketTypeId: String(id), quantity: 1 }))
  const answer = await site.ticketing.call(placePurchase, {
    body: { eventId, items },
    idempotencyKey: textOf(form, 'idempotencyKey'),
    isMinimal: true,
  })
  site.cache.forgetTicketTypes(eventId)
  if (!answer.ok && !isSignedOut(answer.problem)) return refused(answer.problem, form)
  const purchase = replyOf(answer, request)
  return redirect(purchase.status === 'completed' ? '/tickets?new=1' : `/pay/${purchase.id}`, 303)
}

export default function Choose() {
  const { event, choices, holdings } = useLoaderData<typeof loader>()
  const result: Refused | undefined = useActionData<typeof action>()
  const { say } = useWords()
  const pending = holdings.pending[0]
  const isRegistered = holdings.ticketTypeIds.length > 0
  return (
    <section className="wide choose">
      <p className="eyebrow">{event.title}</p>
      <h1>{isRegistered ? say('choose.addTitle') : say('choose.title')}</h1>
      <RefusalNotice problem={result?.problem} />
      {pending && (
        <Notice kind="note" title={say('choose.pending')}>
          <p>
            <a href={`/pay/${pending.id}`}>{say('event.payNow')}</a>
          </p>
        </Notice>
      )}
      {choices.length === 0 && (
        <Notice kind="note" title={say('choose.none')}>
          <p>
            <a href={`/events/${event.slug}`}>{say('choose.back')}</a>
          </p>
        </Notice>
      )}
      <ul className="choices">
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.ticketTypes.at(-1)?.id}
            event={event}
            ticketTypes={choice.ticketTypes}
            idempotencyKey={keyFor(choice, result)}
          />
        ))}
      </ul>
    </section>
  )
}

/** The same key again only for the very choice whose answer was lost. */
function keyFor(
  choice: ReturnType<typeof useLoaderData<typeof loader>>['choices'][number],
  result?: Refused,
) {
  const isSame = result?.typed.choice === choice.ticketTypes.at(-1)?.id
  return (isSame && result?.idempotencyKey) || choice.idempotencyKey
}
