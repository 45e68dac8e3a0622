import type { EventId, PurchaseId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** What the mail says of the event. */
export interface MailedEvent {
  event: string
  organization: string
  email: string
}

export async function findEventFacts(reader: Reader, id: PurchaseId): Promise<MailedEvent | undefined> {
  const { rows } = await sql<MailedEvent>`
    select e.title as event, o.name as organization, o.email
    from purchases p join events e on e.id = p.event_id join organizations o on o.id = p.organization_id
    where p.id = ${id}`.execute(reader)
  return rows[0]
}

interface Batch {
  eventId: EventId
  /** The last purchase that was looked at; undefined if there are no more. */
  last: string | undefined
  emails: readonly string[]
}

/** The mailboxes among these that have a purchase which a later batch will end. */
export async function findMailboxesWithMore(tx: Tx, { eventId, last, emails }: Batch): Promise<Set<string>> {
  if (last === undefined || emails.length === 0) return new Set()
  const isToEnd = sql`p.event_id = ${eventId} and p.id > ${last}
    and p.status in ('pending_payment', 'completed', 'partially_refunded')`
  const { rows } = await sql<{ email: string }>`
    select p.buyer_email as email from users u join purchases p on p.user_id = u.id
    where u.email = any(${emails}::text[]) and ${isToEnd}
    union
    select p.buyer_email from purchases p
    where p.user_id is null and p.buyer_email = any(${emails}::text[]) and ${isToEnd}`.execute(tx)
  return new Set(rows.map(({ email }) => email))
}

/** More than anybody has; what is owed comes first. */
const mostTold = 50

/** What came to nothing with the event, of the mailbox of this purchase. */
export interface EndedPurchase {
  id: PurchaseId
  hadTickets: boolean
}

export async function listEndedOfMailbox(reader: Reader, id: PurchaseId): Promise<EndedPurchase[]> {
  const { rows } = await sql<EndedPurchase>`
    with told as (select event_id, buyer_email from purchases where id = ${id}),
    own as (
      select p.* from told join users u on u.email = told.buyer_email join purchases p on p.user_id = u.id
      union all
      select p.* from told join purchases p on p.user_id is null and p.buyer_email = told.buyer_email)
    select own.id, exists (select from tickets t where t.purchase_id = own.id) as "hadTickets"
    from own join told on told.event_id = own.event_id and told.buyer_email = own.buyer_email
    where own.status in ('cancelled', 'owed_back')
    order by own.id <> ${id}, exists (select from money_entries where purchase_id = own.id) desc, own.id desc limit ${mostTold}`.execute(
    reader,
  )
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}
