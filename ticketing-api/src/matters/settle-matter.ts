import type { MatterKind } from '@event-sphere/contract/matters'
import type { Tx } from '@event-sphere/kit/database/database'
import { resolveBySubject } from './store.ts'

/** The news that a person was asked to find has come: the matter is done, and the note says by what. */
export async function settleMatter(
  tx: Tx,
  matter: { kind: MatterKind; subject: string; subjectId: string; note: string },
): Promise<void> {
  await resolveBySubject(tx, matter)
}
