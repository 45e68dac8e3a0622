import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { AboutPayment } from './about-payment.ts'
import type { PaymentRow } from './payment-row.ts'

const columns = sql`id, purchase_id as "purchaseId", phone, amount_cents as "amountCents", status,
  merchant_request_id as "merchantRequestId", checkout_request_id as "checkoutRequestId",
  result_code as "resultCode", paid_cents as "paidCents", receipt, created_at as "createdAt",
  answered_at as "answeredAt", open_until as "openUntil", settled_at as "settledAt", refused_because as "refusedBecause", retry_at as "retryAt",
  next_query_at as "nextQueryAt",
  exists (select 1 from payments before where before.purchase_id = payments.purchase_id and before.status = 'expired'
    and before.created_at < payments.created_at) as "isAfterUndecided"`

export interface NewPayment
  extends Pick<PaymentRow, 'id' | 'purchaseId' | 'phone' | 'amountCents' | 'createdAt' | 'openUntil'> {
  organizationId: OrganizationId
  hash: Buffer
  fingerprint: Buffer
  holdUntil: Date
  payer: string
}

export async function insertPayment(tx: Tx, row: NewPayment): Promise<void> {
  await sql`
    insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, created_at, open_until,
      key_hash, fingerprint, hold_until, payer)
    values (${row.organizationId}, ${row.id}, ${row.purchaseId}, ${row.phone}, ${row.amountCents}, 'created',
      ${row.createdAt}, ${row.openUntil}, ${row.hash}, ${row.fingerprint}, ${row.holdUntil}, ${row.payer})`.execute(
    tx,
  )
}

export async function findPayment(reader: Reader, id: PaymentId): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`select ${columns} from payments where id = ${id}`.execute(reader)
  return rows[0]
}

export async function findPaymentOfPrompt(
  reader: Reader,
  checkoutRequestId: string,
): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${columns} from payments where checkout_request_id = ${checkoutRequestId}`.execute(reader)
  return rows[0]
}

/** An attempt as far as it never changes: it can be known before anything is locked. */
export type KnownAttempt = Pick<PaymentRow, 'id' | 'purchaseId'>

export async function listKnownAttempts(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownAttempt>> {
  const { rows } = await sql<KnownAttempt>`
    select id, purchase_id as "purchaseId" from payments where id = any(${ids}::uuid[])`.execute(reader)
  return new Map(rows.map((attempt) => [attempt.id, attempt]))
}

/** In the order of their ids, so that two who lock several wait for each other and never cross. */
export async function lockPayments(
  tx: Tx,
  ids: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, PaymentRow>> {
  const { rows } = await sql<PaymentRow>`
    select ${columns} from payments where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Newest first. */
export async function listPaymentsOf(reader: Reader, purchaseId: PurchaseId): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select ${columns} from payments where purchase_id = ${purchaseId} order by created_at desc, id desc`.execute(
    reader,
  )
  return rows
}

export interface KeyedPayment extends PaymentRow {
  fingerprint: Buffer
}

/** The attempt that was made under this key. */
export async function findPaymentOfKey(
  reader: Reader,
  { hash }: { hash: Buffer },
): Promise<KeyedPayment | undefined> {
  const { rows } = await sql<KeyedPayment>`
    select ${columns}, fingerprint from payments
    where key_hash = ${hash}`.execute(reader)
  return rows[0]
}

/** The key's first attempt came to nothing and may be made anew under it; the record of it stays. */
export async function freeKey(tx: Tx, id: PaymentId): Promise<void> {
  await sql`update payments set key_hash = null where id = ${id}`.execute(tx)
}

/** Serializes counting and adding attempts per phone and payer; the phone's lock comes first. */
export async function lockAsker(tx: Tx, { phone, payer }: { phone: string; payer: string }): Promise<void> {
  for (const who of [`prompts ${phone}`, `prompts ${payer}`])
    await sql`select pg_advisory_xact_lock(hashtextextended(${who}, 0))`.execute(tx)
}

/** An attempt as the limits see it. */
export interface CountedAttempt {
  at: Date
  /** What M-Pesa turned away at once reached no phone. */
  hasRung: boolean
  isOfPhone: boolean
  isOfPurchase: boolean
  isOfPayer: boolean
}

export interface Asker {
  phone: string
  purchaseId: PurchaseId
  payer: string
}

/** Whether this payer has ever paid from this phone: its holder has entered the PIN for them. */
export async function hasPaid(reader: Reader, payer: string, phone: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments where payer = ${payer} and phone = ${phone} and status = 'paid' limit 1`.execute(
    reader,
  )
  return rows.length > 0
}

/**
 * What was lately tried with this phone, for this purchase or by this payer, oldest first. What was paid bothered nobody.
 * To a payer who has paid from this phone before, what others tried with it is nothing.
 */
export async function listAttempts(tx: Tx, asker: Asker, since: Date): Promise<CountedAttempt[]> {
  const { phone, purchaseId, payer } = asker
  const isOthers = (await hasPaid(tx, payer, phone)) ? sql`payer is distinct from ${payer}` : sql`false`
  const { rows } = await sql<CountedAttempt>`
    with lately as (
      select id from payments where phone = ${phone} and created_at > ${since}
      union select id from payments where purchase_id = ${purchaseId} and created_at > ${since}
      union select id from payments where payer = ${payer} and created_at > ${since})
    select created_at as at, not (status = 'failed' and checkout_request_id is null) as "hasRung",
      phone = ${phone} and status <> 'paid' and not ${isOthers} as "isOfPhone", purchase_id = ${purchaseId} as "isOfPurchase",
      coalesce(payer = ${payer}, false) as "isOfPayer"
    from payments where id in (select id from lately) order by created_at`.execute(tx)
  return rows
}

/** The prompt of another purchase that this phone may be showing: M-Pesa shows one at a time. */
export async function findPromptOnPhone(
  tx: Tx,
  { phone, purchaseId }: Asker,
  now: Date,
): Promise<{ openUntil: Date } | undefined> {
  const { rows } = await sql<{ openUntil: Date }>`
    select open_until as "openUntil" from payments
    where phone = ${phone} and purchase_id <> ${purchaseId} and status in ('created', 'prompted')
      and open_until > ${now}
    order by open_until desc limit 1`.execute(tx)
  return rows[0]
}

/** When this phone last paid this amount, whatever for. */
export async function findSamePaid(
  tx: Tx,
  { phone }: Asker,
  { amountCents, since }: { amountCents: Cents; since: Date },
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(settled_at) as at from payments
    where phone = ${phone} and created_at > ${since} and status = 'paid' and amount_cents = ${amountCents}`.execute(
    tx,
  )
  return rows[0]?.at ?? undefined
}

/** Where the purchase's hold ended before its first prompt stretched it. */
export async function findFirstHold(tx: Tx, purchaseId: PurchaseId): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date | null }>`
    select min(hold_until) as until from payments where purchase_id = ${purchaseId}`.execute(tx)
  return rows[0]?.until ?? undefined
}

/** The prompt that a phone may still be showing. */
export async function findOpenPrompt(
  tx: Tx,
  purchaseId: PurchaseId,
  now: Date,
): Promise<{ openUntil: Date } | undefined> {
  const { rows } = await sql<{ openUntil: Date }>`
    select open_until as "openUntil" from payments
    where purchase_id = ${purchaseId} and status in ('created', 'prompted') and open_until > ${now}`.execute(
    tx,
  )
  return rows[0]
}

const hoursOfAsking = 24

/** Attempts that nobody could decide in a day, each of them once. */
export async function claimUndecided(tx: Tx, now: Date): Promise<AboutPayment[]> {
  const before = new Date(now.getTime() - hoursOfAsking * 3_600_000)
  const { rows } = await sql<AboutPayment['payment'] & AboutPayment['purchase']>`
    update payments m set person_asked_at = ${now}
    from purchases p
    where p.id = m.purchase_id and m.id in (
      select id from payments
      where person_asked_at is null and status in ('created', 'prompted', 'expired') and created_at <= ${before}
      order by created_at limit 100 for update skip locked)
    returning m.id, m.amount_cents as "amountCents", m.paid_cents as "paidCents", m.receipt,
      m.created_at as "createdAt", p.organization_id as "organizationId", p.event_id as "eventId", p.account,
      p.buyer_email as "buyerEmail"`.execute(tx)
  return rows.map((row) => ({ payment: row, purchase: row }))
}

export interface MailFacts {
  eventTitle: string
  organizationName: string
  organizationEmail: string
}

/** The event and organization that a mail about a purchase's money names. */
export async function findMailFacts(reader: Reader, purchaseId: PurchaseId): Promise<MailFacts | undefined> {
  const { rows } = await sql<MailFacts>`
    select e.title as "eventTitle", o.name as "organizationName", o.email as "organizationEmail"
    from purchases p join events e on e.id = p.event_id join organizations o on o.id = p.organization_id
    where p.id = ${purchaseId}`.execute(reader)
  return rows[0]
}
