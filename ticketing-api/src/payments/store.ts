import type { PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import type { PaymentRow } from './payment-row.ts'

const columns = sql`id, purchase_id as "purchaseId", phone, amount_cents as "amountCents", status,
  merchant_request_id as "merchantRequestId", checkout_request_id as "checkoutRequestId",
  result_code as "resultCode", paid_cents as "paidCents", receipt, created_at as "createdAt",
  answered_at as "answeredAt", open_until as "openUntil", settled_at as "settledAt",
  next_query_at as "nextQueryAt",
  exists (select 1 from payments before where before.purchase_id = payments.purchase_id and before.status = 'expired'
    and before.created_at < payments.created_at) as "isAfterUndecided"`

export interface NewPayment
  extends Pick<PaymentRow, 'id' | 'purchaseId' | 'phone' | 'amountCents' | 'createdAt' | 'openUntil'> {
  tokenHash: Buffer
  hash: Buffer
  fingerprint: Buffer
  holdUntil: Date
}

export async function insertPayment(tx: Tx, row: NewPayment): Promise<void> {
  await sql`
    insert into payments (id, purchase_id, phone, amount_cents, status, callback_token_hash, created_at, open_until,
      key_hash, fingerprint, hold_until)
    values (${row.id}, ${row.purchaseId}, ${row.phone}, ${row.amountCents}, 'created', ${row.tokenHash},
      ${row.createdAt}, ${row.openUntil}, ${row.hash}, ${row.fingerprint}, ${row.holdUntil})`.execute(tx)
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

/** The attempt whose secret address this is. */
export async function findPaymentOfToken(reader: Reader, tokenHash: Buffer): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`
    select ${columns} from payments where callback_token_hash = ${tokenHash}`.execute(reader)
  return rows[0]
}

export async function lockPayment(tx: Tx, id: PaymentId): Promise<PaymentRow | undefined> {
  const { rows } = await sql<PaymentRow>`select ${columns} from payments where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
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

/** Whoever counts the prompts of a phone waits for whoever is about to add one. */
export async function lockPhone(tx: Tx, phone: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`prompts ${phone}`}, 0))`.execute(tx)
}

/** What M-Pesa turned away at once reached no phone. */
const mayHaveRung = sql`not (status = 'failed' and checkout_request_id is null)`

/** When this phone was prompted since an instant, oldest first. */
export async function listPhonePrompts(tx: Tx, phone: string, since: Date): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select created_at as at from payments
    where phone = ${phone} and created_at > ${since} and ${mayHaveRung} order by created_at`.execute(tx)
  return rows.map(({ at }) => at)
}

export interface PurchasePrompts {
  count: number
  /** Where the purchase's hold ended before the first of them. */
  holdUntil: Date | null
}

export async function countPurchasePrompts(tx: Tx, purchaseId: PurchaseId): Promise<PurchasePrompts> {
  const { rows } = await sql<PurchasePrompts>`
    select (count(*) filter (where ${mayHaveRung}))::int as count, min(hold_until) as "holdUntil"
    from payments where purchase_id = ${purchaseId}`.execute(tx)
  return rows[0] ?? { count: 0, holdUntil: null }
}

/** Whether a phone may still be asking for the PIN. */
export async function hasOpenPrompt(tx: Tx, purchaseId: PurchaseId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payments
    where purchase_id = ${purchaseId} and status in ('created', 'prompted') and open_until > clock.now()`.execute(
    tx,
  )
  return rows.length > 0
}

export interface MailFacts {
  eventTitle: string
  organizationName: string
  organizationEmail: string
}

/** What a mail about a purchase's money says of where it was spent. */
export async function findMailFacts(reader: Reader, purchaseId: PurchaseId): Promise<MailFacts | undefined> {
  const { rows } = await sql<MailFacts>`
    select e.title as "eventTitle", o.name as "organizationName", o.email as "organizationEmail"
    from purchases p join events e on e.id = p.event_id join organizations o on o.id = p.organization_id
    where p.id = ${purchaseId}`.execute(reader)
  return rows[0]
}
