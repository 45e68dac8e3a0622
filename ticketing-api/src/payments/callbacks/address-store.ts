import type { OrganizationId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { AddressKind } from './address-kind.ts'

export interface NewAddress {
  organizationId: OrganizationId
  /** Of the secret in the address; the secret itself is in no table. */
  tokenHash: Buffer
  kind: AddressKind
  /** What the callbacks are about: of an `stk_prompt`, the payment. */
  subjectId: string
}

/** Commit it before Safaricom is asked: what comes to an address that is not there is not kept. */
export async function insertAddress(tx: Tx, address: NewAddress): Promise<void> {
  await sql`
    insert into callback_addresses (token_hash, organization_id, kind, subject_id)
    values (${address.tokenHash}, ${address.organizationId}, ${address.kind}, ${address.subjectId})`.execute(
    tx,
  )
}
