import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { newIdempotencyKey, type Refused, requireUser } from '../forms.ts'
import { sayIn, useWords, type WordKey } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { Notice } from '../ui/notice.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { textsOfReasons } from './event/closed-registration.tsx'
import { type ReasonKey, whyNotOnSale } from './event/situation.ts'
import { findFeaturedEvent, getEvent, orAway } from './find-event.ts'
import { type Holdings, listPurchases, readHoldings } from './holdings.ts'
import { type Choice, choicesFor } from './offers.ts'
import { findPrompted } from './payment/find-prompted.ts'
import { placeOrder } from './place-order.ts'
import { RefusalNotice } from './refusals/refusal-notice.tsx'
import { PendingPurchases } from './tickets/pending-purchases.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { email } = requireUser(site, request)
  const asked = new URL(request.url).searchParams
  const slug = asked.get('event')
  const now = site.now()
  const found = await (slug ? getEvent(site.cache, slug) : findFeaturedEvent(site.cache, now))
  const event = found.value
  if (!event) throw redirect('/', 303)
  const [purchases, ticketTypes] = await Promise.all([
    listPurchases(site, request, event.id),
    orAway(site.cache.listTicketTypes(event.id)),
  ])
  const holdings = readHoldings(purchases, event.id)
  const seen = { event, ticketTypes: ticketTypes.value, now: now.toISOString() }
  const reason = whyNotOnSale(seen, holdings.counts)
  const choices = reason ? [] : choicesFor(ticketTypes.value, holdings.counts)
  const hasOpenOrder = holdings.pending.length > 0
  return {
    event,
    // One order at a time: while one awaits payment, nothing else with a price is offered.
    choices: choices
      .filter((choice) => !hasOpenOrder || isFree(choice))
      .sort((a, b) => Number(isAsked(b, asked)) - Number(isAsked(a, asked)))
      .map((choice) => ({ ...choice, idempotencyKey: newIdempotencyKey() })),
    holdings,
    prompted: await findPrompted(site, holdings.pending),
    email,
    isNew: purchases.length === 0,
    reason,
    now: now.toISOString(),
    title: sayIn(site.language)('choose.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  return placeOrder({ site, request, form: await request.formData() })
}

const isFree = ({ ticketTypes }: Choice) => ticketTypes.every(({ price }) => price === 0)
const isAsked = ({ ticketTypes }: Choice, asked: URLSearchParams) =>
  ticketTypes.at(-1)?.code === asked.get('ticket')

export default function Choose() {
  const { event, choices, holdings, prompted, reason, now, email, isNew } = useLoaderData<typeof loader>()
  const result = useRefused()
  const { say } = useWords()
  const isRegistered = holdings.ticketTypeIds.length > 0
  return (
    <section className="narrow choose">
      <p className="eyebrow">{event.title}</p>
      <h1>{say(titleOf(choices.length, holdings))}</h1>
      <RefusalNotice timezone={event.timezone} />
      {isRegistered && result && (
        <Notice kind="good" title={say('choose.registered')}>
          <p>
            <a href="/tickets">{say('event.seeTickets')}</a>
          </p>
        </Notice>
      )}
      <PendingPurchases pending={holdings.pending} prompted={prompted} timezone={event.timezone} now={now} />
      {choices.length === 0 && holdings.pending.length === 0 && (
        <NothingLeft slug={event.slug} reason={reason} hasTickets={isRegistered} />
      )}
      <ul className="choices">
        {choices.map((choice, place) => (
          <ChoiceCard
            key={choice.ticketTypes.at(-1)?.id}
            event={event}
            choice={choice}
            isFirst={place === 0}
            quantity={quantityFor(choice, result)}
            idempotencyKey={keyFor(choice, result)}
          />
        ))}
      </ul>
      {isNew && choices.length > 0 && (
        <p className="hint">
          {say('choose.address', { email })}{' '}
          <a href={`/register?change=1&next=${encodeURIComponent(`/choose?event=${event.slug}`)}`}>
            {say('choose.changeAddress')}
          </a>
        </p>
      )}
      {!isRegistered && <p className="hint">{say('choose.before')}</p>}
    </section>
  )
}

function titleOf(choices: number, { ticketTypeIds, pending }: Holdings): WordKey {
  if (choices === 0 && pending.length > 0) return 'event.payNow'
  return ticketTypeIds.length > 0 ? 'choose.addTitle' : 'choose.title'
}

/** Reasons that also concern people with tickets; the others only mean that there is nothing to add. */
const standsForAll: ReasonKey[] = ['event.cancelled', 'event.over', 'event.paused']

interface NothingLeftProps {
  slug: string
  reason: ReasonKey | undefined
  hasTickets: boolean
}

function NothingLeft({ slug, reason, hasTickets }: NothingLeftProps) {
  const { say } = useWords()
  const isAll = hasTickets && !(reason && standsForAll.includes(reason))
  return (
    <>
      <Notice kind="note" title={say(isAll ? 'choose.all' : (reason ?? 'choose.none'))}>
        {reason && !isAll && <p>{say(textsOfReasons[reason])}</p>}
      </Notice>
      <div className="actions">
        {hasTickets && (
          <a className="button" href="/tickets">
            {say('event.seeTickets')}
          </a>
        )}{' '}
        <a className={hasTickets ? 'button button-quiet' : 'button'} href={`/events/${slug}`}>
          {say('choose.back')}
        </a>
      </div>
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['choices'][number]

const isSame = (choice: Shown, result?: Refused) => result?.typed.choice === choice.ticketTypes.at(-1)?.id

/** Reuses the key only for the choice whose answer was lost. */
function keyFor(choice: Shown, result?: Refused) {
  return (isSame(choice, result) && result?.idempotencyKey) || choice.idempotencyKey
}

const quantityFor = (choice: Shown, result?: Refused) =>
  (isSame(choice, result) && Number(result?.typed.quantity)) || 1
