import type { UserId } from '@event-sphere/contract/values/ids'
import { sql, type Tx } from '@event-sphere/kit/database/database'

export interface NewEmailLink {
  /** Of the request that it is mailed for. */
  askId: string
  tokenHash: Buffer
  userId: UserId
  expiresAt: Date
}

/** False while a link that nobody has used ends later than `unlessEndsAfter`: it lies in the mailbox. */
export async function insertEmailLink(tx: Tx, link: NewEmailLink, unlessEndsAfter: Date): Promise<boolean> {
  await sql`select from users where id = ${link.userId} for update`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into email_links (token_hash, user_id, expires_at, ask_id)
    select ${link.tokenHash}, ${link.userId}, ${link.expiresAt}, ${link.askId}
    where not exists (select from email_links
      where user_id = ${link.userId} and used_at is null and expires_at > ${unlessEndsAfter}
        and ask_id is distinct from ${link.askId})`.execute(tx)
  return numAffectedRows === 1n
}

/** Whose link it was; undefined if it is unknown, too old or was used before. */
export async function takeEmailLink(tx: Tx, tokenHash: Buffer): Promise<UserId | undefined> {
  const { rows } = await sql<{ userId: UserId }>`
    update email_links set used_at = clock.now()
    where token_hash = ${tokenHash} and used_at is null and expires_at > clock.now()
    returning user_id as "userId"`.execute(tx)
  return rows[0]?.userId
}
