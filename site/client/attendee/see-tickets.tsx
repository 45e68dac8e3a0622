import { changeMe, registration } from '@event-sphere/contract/auth'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { findInvalid, invalidFields, isSignedOut, refused, replyOf, requireUser, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { Notice } from '../ui/notice.tsx'
import { askForPurchases, isWithoutMoney } from './holdings.ts'
import { findPrompted } from './payment/find-prompted.ts'
import { ReceiptList } from './receipts/receipt-list.tsx'
import { AddExtra } from './tickets/add-extra.tsx'
import { CancelledEvent } from './tickets/cancelled-event.tsx'
import { type EventGroup, groupByEvent } from './tickets/group-by-event.ts'
import { keepSeen } from './tickets/keep-seen.ts'
import { NameForm } from './tickets/name-form.tsx'
import { PendingPurchases } from './tickets/pending-purchases.tsx'
import { SeenTicketsPage } from './tickets/seen-tickets.tsx'
import { TicketCard } from './tickets/ticket-card.tsx'
import { TicketsNews } from './tickets/tickets-news.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const user = requireUser(site, request)
  const answer = await askForPurchases(site)
  const title = sayIn(site.language)('tickets.title')
  if (!answer.ok && answer.problem.code === 'unavailable') {
    const { seen } = site.session
    return data({ isAway: true as const, seen, title }, { status: seen?.tickets.length ? 200 : 503 })
  }
  const purchases = replyOf(answer, request).items
  const [groups, prompted] = await Promise.all([
    groupByEvent(site.cache, purchases),
    findPrompted(
      site,
      purchases.filter(({ status }) => status === 'pending_payment'),
    ),
  ])
  await keepSeen(site, groups)
  const asked = new URL(request.url).searchParams
  return {
    isAway: false as const,
    groups,
    prompted,
    canRegisterAnew: isWithoutMoney(purchases),
    user,
    news: asked.has('new') ? ('new' as const) : asked.has('paid') ? ('paid' as const) : undefined,
    /** The ticket that the person tried to get a second time. */
    have: nameOf(groups, asked.get('have')),
    isStaff: user.roles.some((role) => role !== 'customer'),
    now: site.now().toISOString(),
    title,
  }
}

function nameOf(groups: EventGroup[], typeId: string | null): string | undefined {
  return groups.flatMap(({ tickets }) => tickets).find((ticket) => ticket.ticketTypeId === typeId)?.typeName
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

const changedName = registration.pick({ firstName: true, lastName: true }).required()

export async function action({ context, request }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  requireUser(site, request)
  const form = await request.formData()
  const firstName = textOf(form, 'firstName')
  const lastName = textOf(form, 'lastName')
  const invalid = findInvalid(changedName, { firstName, lastName })
  if (invalid.length > 0) return refused({ site, request, form }, invalidFields(invalid))
  const answer = await site.ticketing.call(changeMe, {
    body: { firstName, lastName },
  })
  if (!answer.ok && !isSignedOut(answer.problem)) return refused({ site, request, form }, answer.problem)
  await site.session.remember({ user: replyOf(answer, request) })
  return redirect('/tickets', 303)
}

export default function SeeTickets() {
  const seen = useLoaderData<typeof loader>()
  const { say } = useWords()
  if (seen.isAway) return <SeenTicketsPage seen={seen.seen} />
  const { groups, prompted, canRegisterAnew, user, news, now, have, isStaff } = seen
  const tickets = groups.flatMap((group) => group.tickets)
  const hasTickets = tickets.length > 0
  const hasAnything = hasTickets || groups.some(({ pending, paid }) => pending.length + paid.length > 0)
  return (
    <section className="wide tickets">
      <h1>{news && hasTickets ? say(`tickets.${news}`) : say('tickets.title')}</h1>
      {news && hasTickets && (
        <TicketsNews email={user.email} slug={groups[0]?.event?.slug} canRegisterAnew={canRegisterAnew} />
      )}
      {have && <Notice kind="good" title={say('tickets.have', { name: have })} />}
      {!hasAnything && (
        <Notice kind="note" title={say('tickets.none')}>
          <p>
            {isStaff ? (
              <a href="/manage">{say('manage.title')}</a>
            ) : (
              <a href="/">{say('tickets.seeEvent')}</a>
            )}
          </p>
        </Notice>
      )}
      {groups.map((group) => (
        <section key={group.eventId}>
          <CancelledEvent group={group} />
          <PendingPurchases pending={group.pending} prompted={prompted} timezone={group.timezone} now={now} />
          <ul className="ticket-list">
            {group.tickets.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} group={group} />
            ))}
          </ul>
          <AddExtra group={group} />
          <ReceiptList paid={group.paid} timezone={group.timezone} />
        </section>
      ))}
      {tickets.some(({ status }) => status === 'valid') && <NameForm user={user} />}
    </section>
  )
}
