import type { HappeningType } from '@event-sphere/contract/happenings'
import type { HappeningId, OrganizationId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { OldRows } from '@event-sphere/kit/database/delete-in-batches'

export interface NewHappening {
  type: HappeningType
  /** In the shape of the wire. */
  data: unknown
}

/** Keeps those that some webhook of the organization listens to; the others leave no trace. */
export async function insertHeard(
  tx: Tx,
  organizationId: OrganizationId,
  happenings: readonly NewHappening[],
): Promise<void> {
  await sql`
    insert into happenings (organization_id, type, data)
    select ${organizationId}::uuid, new.type, new.data
    from unnest(${happenings.map(({ type }) => type)}::text[],
      ${happenings.map(({ data }) => JSON.stringify(data))}::jsonb[]) as new (type, data)
    where exists (select 1 from webhook_endpoints e
      where e.organization_id = ${organizationId} and e.status = 'active'
        and e.types && array[new.type, '*'])`.execute(tx)
}

/** Notifies, on commit, everybody who waits for news of these payments in any process. */
export async function notifyOfPayments(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select pg_notify('payment_news', id) from unnest(${ids}::text[]) as moved (id)`.execute(tx)
}

/** At most so many, the oldest first, leaving out those that somebody else is taking. */
export async function markHandedOut(tx: Tx, most: number): Promise<HappeningId[]> {
  const { rows } = await sql<{ id: HappeningId }>`
    update happenings set handed_out_at = clock.now() where id in (
      select id from happenings where handed_out_at is null order by id limit ${most} for update skip locked)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export const happenedBefore = (oldest: Date): OldRows => ({
  table: 'happenings',
  where: sql`happened_at < ${oldest}`,
})
