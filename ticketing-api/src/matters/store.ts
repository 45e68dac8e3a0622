import { sql, type Tx } from '@event-sphere/kit/database/database'
import type { NewMatter } from './raise-matter.ts'

export async function insertMatter(tx: Tx, matter: NewMatter & { id: string }): Promise<void> {
  await sql`
    insert into matters (id, kind, subject, subject_id, organization_id, facts, since)
    values (${matter.id}, ${matter.kind}, ${matter.subject}, ${matter.subjectId}, ${matter.organizationId},
      ${JSON.stringify(matter.facts)}::jsonb, clock.now())
    on conflict do nothing`.execute(tx)
}
