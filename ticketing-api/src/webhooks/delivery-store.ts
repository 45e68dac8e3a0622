import type { HappeningType } from '@event-sphere/contract/happenings'
import type { DeliveryId, HappeningId, OrganizationId, WebhookId } from '@event-sphere/contract/values/ids'
import type { Delivery, DeliveryFault } from '@event-sphere/contract/webhooks'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

/** Due now: it is compared with instants of JavaScript, which have no microseconds, and must not lie after them. */
const atOnce = sql`date_trunc('milliseconds', clock.now())`

/** One for each webhook that listens and was there when it happened. One that is being deleted is waited for, and left out. */
export async function insertDeliveries(tx: Tx, happeningIds: readonly HappeningId[]): Promise<void> {
  await sql`
    insert into webhook_deliveries (organization_id, endpoint_id, happening_id, next_attempt_at)
    select h.organization_id, e.id, h.id, ${atOnce}
    from happenings h join webhook_endpoints e on e.organization_id = h.organization_id and e.status = 'active'
      and e.types && array[h.type, '*'] and e.created_at <= h.happened_at
    where h.id = any(${happeningIds}::uuid[]) for key share of e
    on conflict (happening_id, endpoint_id) do nothing`.execute(tx)
}

/** How many a webhook is being sent by this process. */
export type Busy = ReadonlyMap<WebhookId, number>

export interface DueDelivery {
  id: DeliveryId
  webhookId: WebhookId
  organizationId: OrganizationId
  url: string
  happeningId: HappeningId
  type: HappeningType
  happenedAt: Date
  data: unknown
  attempts: number
  /** While this stands in its row, it is the sender's. */
  claimedUntil: Date
}

/**
 * Takes what is due and moves its next attempt on: a sender that dies leaves it to the next one. No webhook gets more at a
 * time than there is room for, and the organizations take turns, those with the least under way first: many receivers of
 * one that do not answer leave room to the others.
 */
export async function claimDue(
  tx: Tx,
  busy: Busy,
  { now, until, mostEach, most }: { now: Date; until: Date; mostEach: number; most: number },
): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    with webhooks as (
      select e.id, e.organization_id, e.status, coalesce(b.count, 0) as busy,
        sum(coalesce(b.count, 0)) over (partition by e.organization_id) as busy_with_organization
      from webhook_endpoints e
        left join unnest(${[...busy.keys()]}::uuid[], ${[...busy.values()]}::int[]) as b (id, count) on b.id = e.id),
    due as (
      select d.id, busy_with_organization
        + row_number() over (partition by organization_id order by d.next_attempt_at) as turn
      from webhooks w cross join lateral (
        select id, next_attempt_at from webhook_deliveries where endpoint_id = w.id and next_attempt_at <= ${now}
        order by next_attempt_at limit ${mostEach}::int - w.busy for update skip locked) d
      where w.status = 'active' and w.busy < ${mostEach}::int),
    claimed as (
      update webhook_deliveries set next_attempt_at = ${until}
      where id in (select id from due order by turn limit ${most})
      returning id, endpoint_id, happening_id, attempts)
    select c.id, c.endpoint_id as "webhookId", e.organization_id as "organizationId", e.url, h.id as "happeningId", h.type,
      h.happened_at as "happenedAt", h.data, c.attempts, ${until}::timestamptz as "claimedUntil"
    from claimed c join webhook_endpoints e on e.id = c.endpoint_id join happenings h on h.id = c.happening_id`.execute(
    tx,
  )
  return rows
}

export interface Attempt {
  delivery: Pick<DueDelivery, 'id' | 'claimedUntil'>
  at: Date
  statusCode: number | undefined
}

/** False if it is not the sender's any more. */
export async function markDelivered(tx: Tx, { delivery, at, statusCode }: Attempt): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set status = 'delivered', attempts = attempts + 1, next_attempt_at = null,
      last_attempt_at = ${at}, last_status_code = ${statusCode ?? null}, last_fault = null, delivered_at = ${at}
    where id = ${delivery.id} and next_attempt_at = ${delivery.claimedUntil}`.execute(tx)
  return numAffectedRows === 1n
}

/** Dead if there is no next attempt. False if it is not the sender's any more. */
export async function markFailed(
  tx: Tx,
  { delivery, at, statusCode, fault, nextAt }: Attempt & { fault: DeliveryFault; nextAt: Date | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set status = ${nextAt ? 'failed' : 'dead'}, attempts = attempts + 1,
      next_attempt_at = ${nextAt ?? null}, last_attempt_at = ${at}, last_status_code = ${statusCode ?? null},
      last_fault = ${fault}
    where id = ${delivery.id} and next_attempt_at = ${delivery.claimedUntil}`.execute(tx)
  return numAffectedRows === 1n
}

/** Gives back what was not sent after all. */
export async function releaseClaim(
  tx: Tx,
  { id, claimedUntil }: Attempt['delivery'],
  now: Date,
): Promise<void> {
  await sql`
    update webhook_deliveries set next_attempt_at = ${now}
    where id = ${id} and next_attempt_at = ${claimedUntil}`.execute(tx)
}

/** Of a webhook that is off. */
export async function giveUpAll(tx: Tx, webhookId: WebhookId): Promise<void> {
  await sql`
    update webhook_deliveries set status = 'dead', next_attempt_at = null
    where endpoint_id = ${webhookId} and next_attempt_at is not null`.execute(tx)
}

const again = sql`status = 'pending', attempts = 0, begun_at = clock.now(), next_attempt_at = ${atOnce}`

/** False if the webhook has no such delivery. */
export async function restartOne(tx: Tx, webhookId: WebhookId, id: DeliveryId): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhook_deliveries set ${again} where id = ${id} and endpoint_id = ${webhookId}`.execute(tx)
  return numAffectedRows === 1n
}

/** @returns how many there were */
export async function restartFailed(tx: Tx, webhookId: WebhookId, since: Date): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update webhook_deliveries d set ${again} from happenings h
    where d.endpoint_id = ${webhookId} and d.status in ('failed', 'dead') and h.id = d.happening_id
      and h.happened_at >= ${since}`.execute(tx)
  return Number(numAffectedRows)
}

export interface PageOfDeliveries {
  limit: number
  after: DeliveryId | undefined
  status: Delivery['status'] | undefined
}

/** Newest first: ids are in the order of time. */
export async function listRows(
  reader: Reader,
  webhookId: WebhookId,
  { limit, after, status }: PageOfDeliveries,
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select d.id, d.happening_id as "happeningId", h.type, h.happened_at as "happenedAt", d.status, d.attempts,
      d.last_attempt_at as "lastAttemptAt", d.last_status_code as "lastStatusCode", d.last_fault as "lastFault",
      d.next_attempt_at as "nextAttemptAt", d.delivered_at as "deliveredAt"
    from webhook_deliveries d join happenings h on h.id = d.happening_id
    where d.endpoint_id = ${webhookId} and (${after ?? null}::uuid is null or d.id < ${after ?? null}::uuid)
      and (${status ?? null}::text is null or d.status = ${status ?? null})
    order by d.id desc limit ${limit}`.execute(reader)
  return rows
}

export async function countUnfinished(
  reader: Reader,
): Promise<{ status: 'pending' | 'failed' | 'dead'; count: number }[]> {
  const { rows } = await sql<{ status: 'pending' | 'failed' | 'dead'; count: number }>`
    select status, count(*)::int as count from webhook_deliveries where status <> 'delivered' group by status`.execute(
    reader,
  )
  return rows
}
