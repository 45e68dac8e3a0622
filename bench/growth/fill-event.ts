import type pg from 'pg'
import { cloneRows, crockfordOf, uuidOf } from './clone-rows.ts'
import type { Models } from './sell-models.ts'

export interface Crowd {
  tickets: number
  /** How many of them belong to one address. */
  ownedByOne: number
}

/** The address with many tickets. */
export const holder = 'holder@example.com'

const batch = 100_000

/** Sells this many tickets in bulk, one per purchase, as the product would: all invariants hold. */
export async function fillEvent(client: pg.Client, { sold }: Models, crowd: Crowd): Promise<void> {
  for (let from = 1; from <= crowd.tickets; from += batch) {
    const to = Math.min(from + batch - 1, crowd.tickets)
    for (const copies of soldRows(sold, crowd)) await cloneRows(client, { ...copies, from, to })
  }
  await client.query(
    `insert into holdings (organization_id, event_id, email, ticket_type_id, owned)
     select p.organization_id, p.event_id, p.buyer_email, k.ticket_type_id, count(*)
     from tickets k join purchases p on p.id = k.purchase_id
     where k.ticket_type_id = $1 and k.status = 'valid' group by 1, 2, 3, 4
     on conflict (event_id, email, ticket_type_id) do update set owned = excluded.owned`,
    [sold.ticketTypeId],
  )
  await client.query(
    `update quotas set size = 100000000, taken = taken + $1
     where id in (select quota_id from ticket_type_quotas where ticket_type_id = $2)`,
    [crowd.tickets, sold.ticketTypeId],
  )
  await client.query(
    `update ticket_types set last_serial = last_serial + $1, max_per_person = 1000000000 where id = $2`,
    [crowd.tickets, sold.ticketTypeId],
  )
}

function soldRows({ purchaseId }: Models['sold'], { ownedByOne }: Crowd) {
  const age = `interval '1 second' * n`
  return [
    {
      table: 'purchases',
      model: { column: 'id', value: purchaseId },
      differs: {
        id: uuidOf(1),
        buyer_email: `case when n <= ${ownedByOne} then '${holder}' else 'buyer' || n || '@example.com' end`,
        account: crockfordOf(5_241_377_021_959),
        created_at: `model.created_at - ${age}`,
        completed_at: `model.completed_at - ${age}`,
        mailed_at: `model.completed_at - ${age}`,
      },
    },
    {
      table: 'purchase_items',
      model: { column: 'purchase_id', value: purchaseId },
      differs: { purchase_id: uuidOf(1) },
    },
    {
      table: 'tickets',
      model: { column: 'purchase_id', value: purchaseId },
      differs: {
        id: uuidOf(2),
        purchase_id: uuidOf(1),
        serial: 'model.serial + n',
        typed_code: crockfordOf(3_812_798_742_493),
        issued_at: `model.issued_at - ${age}`,
      },
    },
  ]
}
