import type { OrganizationId, WebhookId } from '@event-sphere/contract/values/ids'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'

interface NewSecret {
  organizationId: OrganizationId
  webhookId: WebhookId
  secret: Buffer
}

export async function insertSecret(tx: Tx, { organizationId, webhookId, secret }: NewSecret): Promise<void> {
  await sql`
    insert into webhook_secrets (organization_id, endpoint_id, secret)
    values (${organizationId}, ${webhookId}, ${secret})`.execute(tx)
}

export interface SecretRow {
  secret: Buffer
  endsAt: Date | null
}

/** Those that sign now, the one that will go on first. */
export async function listSecrets(reader: Reader, webhookId: WebhookId, now: Date): Promise<SecretRow[]> {
  const { rows } = await sql<SecretRow>`
    select secret, ends_at as "endsAt" from webhook_secrets
    where endpoint_id = ${webhookId} and (ends_at is null or ends_at > ${now})
    order by ends_at desc nulls first`.execute(reader)
  return rows
}

/** The current one signs until then; those before it are over. */
export async function endSecrets(tx: Tx, webhookId: WebhookId, at: Date): Promise<void> {
  await sql`delete from webhook_secrets where endpoint_id = ${webhookId} and ends_at is not null`.execute(tx)
  await sql`update webhook_secrets set ends_at = ${at} where endpoint_id = ${webhookId}`.execute(tx)
}
