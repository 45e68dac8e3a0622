import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { type Reader, sql } from '@event-sphere/kit/database/database'

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
