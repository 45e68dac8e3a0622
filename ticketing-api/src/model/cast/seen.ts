import { ticketTypeId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { z } from 'zod'
import type { World } from './world.ts'

/** What the database has, by reads of the model's own: none of the product's sums is believed. */

type Seeing = Pick<World, 'sides' | 'eventUuid'>
const reader = ({ sides }: Seeing) => sides[0].ctx.database.reader

const sumOf = (account: string) => sql`
  (select coalesce(sum(cents), 0)::int from money_entries where purchase_id = p.id and account = ${account})`

export async function listPurchases(world: Seeing) {
  const { rows } = await sql<{
    account: string
    status: string
    totalCents: number
    paidCents: number
    owedCents: number
  }>`
    select account, status, total_cents as "totalCents", (${sumOf('mpesa')}) as "paidCents",
      (-${sumOf('owed_back')}) as "owedCents"
    from purchases p where event_id = ${world.eventUuid} and buyer_email not like 'crowd%'`.execute(
    reader(world),
  )
  return rows
}

export async function listPayments(world: Seeing) {
  const { rows } = await sql<{
    id: string
    status: string
    checkoutRequestId: string | null
    paidCents: number | null
    isYoung: boolean
  }>`
    select m.id, m.status, m.checkout_request_id as "checkoutRequestId", m.paid_cents as "paidCents",
      m.created_at > clock.now() - interval '23 hours' as "isYoung"
    from payments m join purchases p on p.id = m.purchase_id where p.event_id = ${world.eventUuid}`.execute(
    reader(world),
  )
  return rows
}

/** Who has more of a type than so many: tickets, and what waits for money, in bundles too. */
export async function listOverLimit(world: Seeing, most: number) {
  const { rows } = await sql<{ email: string; code: string; count: number }>`
    select email, t.code, sum(had.quantity)::int as count from (
      select p.buyer_email as email, k.ticket_type_id as type, 1 as quantity
        from tickets k join purchases p on p.id = k.purchase_id
        where k.event_id = ${world.eventUuid} and k.status = 'valid'
      union all
      select p.buyer_email, one.type, i.quantity
        from purchases p join purchase_items i on i.purchase_id = p.id join ticket_types b on b.id = i.ticket_type_id,
          unnest(b.includes || b.id) as one (type)
        where p.event_id = ${world.eventUuid} and p.status = 'pending_payment' and p.expires_at > clock.now()
    ) had join ticket_types t on t.id = had.type
    where t.code <> 'EX' group by 1, 2 having sum(had.quantity) > ${most}`.execute(reader(world))
  return rows
}

/** Who has more galas than general admissions, of which each gala requires one. */
export async function listGalasAlone(world: Seeing) {
  const { rows } = await sql<{ email: string; general: number; gala: number }>`
    select p.buyer_email as email, (count(*) filter (where t.code = 'GA'))::int as general,
      (count(*) filter (where t.code = 'GALA'))::int as gala
    from tickets k join purchases p on p.id = k.purchase_id join ticket_types t on t.id = k.ticket_type_id
    where k.event_id = ${world.eventUuid} and k.status = 'valid' group by 1
    having count(*) filter (where t.code = 'GALA') > count(*) filter (where t.code = 'GA')`.execute(
    reader(world),
  )
  return rows
}

export async function listTypes(world: Seeing) {
  const { rows } = await sql<{ uuid: string; code: string; size: number; tickets: number }>`
    select t.id as uuid, t.code, q.size,
      (select count(*)::int from tickets where ticket_type_id = t.id and status = 'valid') as tickets
    from ticket_types t join quotas q on q.id = t.own_quota_id where t.event_id = ${world.eventUuid}`.execute(
    reader(world),
  )
  return rows.map(({ uuid, ...row }) => ({ ...row, id: z.encode(ticketTypeId, uuid as never) }))
}

export async function countHeld(world: Seeing): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from holds where event_id = ${world.eventUuid}`.execute(reader(world))
  return rows[0]?.count ?? 0
}
