import type { ReactNode } from 'react'
import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  useLoaderData,
  useRouteLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { sayIn, useWords } from '../locales/words.ts'
import type { loader as rootLoader } from '../root.tsx'
import { formatDays, formatMoney } from '../ui/formats.ts'
import { findWholeEvent, getOwnPurchase, listPayments } from './payment/find-payments.ts'
import { readReceived } from './receipts/read-receipt.ts'
import { ReceivedMoney } from './receipts/received-money.tsx'
import { Standing } from './receipts/standing.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const purchase = await getOwnPurchase(site, request, params.purchaseId ?? '')
  if (purchase.paidAmount === 0) throw data({ code: 'not_found' }, { status: 404 })
  const [payments, event] = await Promise.all([
    listPayments(site, request, purchase.id),
    findWholeEvent(site, purchase.eventId),
  ])
  return {
    purchase,
    event,
    buyerName: nameOf(purchase.buyer) || nameOf(site.session.user ?? {}),
    received: readReceived(payments),
    title: sayIn(site.language)('receipt.title'),
  }
}

/** The name is often entered after the purchase, for the badge. */
const nameOf = (person: { firstName?: string | null; lastName?: string | null }): string =>
  [person.firstName, person.lastName].filter(Boolean).join(' ')

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} ${loaderData?.purchase.account} · Event-Sphere` },
]

/** What was paid, when, from which phone and for what, for printing or an employer. */
export default function ShowReceipt() {
  const { purchase, event, buyerName, received } = useLoaderData<typeof loader>()
  const organization = useRouteLoaderData<typeof rootLoader>('root')?.organization
  const { say, language } = useWords()
  return (
    <section className="narrow receipt">
      <h1>{say('receipt.title')}</h1>
      <Standing purchase={purchase} />
      <div className="card">
        <dl>
          <Fact name={say('receipt.to')}>
            {organization?.name ?? event?.organizationName} <small>{organization?.email}</small>
          </Fact>
          <Fact name={say('receipt.from')}>
            {buyerName} <small>{purchase.buyer.email}</small>
          </Fact>
          {event && (
            <Fact name={say('receipt.event')}>
              {event.title} <small>{formatDays(event, language)}</small>
            </Fact>
          )}
          <Fact name={say('receipt.order')}>
            <span className="code">{purchase.account}</span>
          </Fact>
        </dl>
        <ul className="bill">
          {purchase.items.map((item) => (
            <li key={item.ticketTypeId}>
              <span>
                {item.quantity > 1
                  ? `${item.quantity} × ${item.name} (${formatMoney(item.unitPrice, language)})`
                  : item.name}
              </span>{' '}
              <span>{item.amount === 0 ? say('types.free') : formatMoney(item.amount, language)}</span>
            </li>
          ))}
        </ul>
        <p className="amount">
          <span>{say('receipt.paid')}</span> <strong>{formatMoney(purchase.paidAmount, language)}</strong>
        </p>
        {received.map((money) => (
          <ReceivedMoney
            key={money.at}
            money={money}
            isOnly={received.length === 1}
            timezone={event?.timezone ?? 'Africa/Nairobi'}
          />
        ))}
      </div>
      <p className="hint">{say('receipt.tax')}</p>
      <p className="hint no-print">{say('receipt.print')}</p>
      <p className="no-print">
        <a href="/tickets">{say('tickets.title')}</a>
      </p>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt> <dd>{children}</dd>
    </div>
  )
}
