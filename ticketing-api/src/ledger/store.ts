import type { OrganizationId, PaymentId, PurchaseId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { Account, Cause } from './posting.ts'

export interface EntryRow {
  postingId: string
  account: Account
  cents: Cents
  cause: Cause
  organizationId: OrganizationId
  purchaseId: PurchaseId | null
  paymentId: PaymentId | null
  receipt: string | null
}

export async function insertEntries(tx: Tx, rows: readonly EntryRow[]): Promise<void> {
  const column = <Name extends keyof EntryRow>(name: Name) => rows.map((row) => row[name])
  await sql`
    insert into money_entries (posting_id, account, cents, cause, organization_id, purchase_id, payment_id, receipt)
    select * from unnest(${column('postingId')}::uuid[], ${column('account')}::text[], ${column('cents')}::bigint[],
      ${column('cause')}::text[], ${column('organizationId')}::uuid[], ${column('purchaseId')}::uuid[],
      ${column('paymentId')}::uuid[], ${column('receipt')}::text[])`.execute(tx)
}
