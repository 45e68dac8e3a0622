import type { MatterKind } from '@event-sphere/contract/matters'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Log } from '@event-sphere/kit/log'
import { maskPhone } from '../gateways/mpesa/mask-phone.ts'
import { raiseMatter } from '../matters/raise-matter.ts'
import { limitOf } from './allowances.ts'
import type { Pass } from './rules.ts'

interface UsedUp {
  kind: MatterKind
  subject: string
  subjectId: string
  limit: Pass['limit']
}

/** A limit that only an attack comes upon, or a person in trouble: one matter each until it is resolved, and one line. */
export async function tellOfUsedUp(log: Log, tx: Tx, passes: readonly Pass[]): Promise<void> {
  const found = new Map<string, UsedUp>()
  for (const pass of passes) {
    const { matter: kind } = limitOf(pass.limit)
    if (kind) found.set(subjectOf(pass).join(' '), asUsedUp(kind, pass))
  }
  // In one order for everybody, since each may be somebody else's row too.
  for (const [, { limit, ...matter }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { most, seconds } = limitOf(limit)
    const facts = { limit, most, withinMinutes: seconds / 60 }
    if (await raiseMatter(tx, { ...matter, organizationId: null, facts }))
      log.warn({ ...matter, ...facts }, 'a limit on strangers is used up')
  }
}

function asUsedUp(kind: MatterKind, pass: Pass): UsedUp {
  const [subject, subjectId] = subjectOf(pass)
  return { kind, subject, subjectId, limit: pass.limit }
}

/** Never somebody's address or whole number: what is open stands there for long. */
function subjectOf({ limit, of }: Pass): [subject: string, subjectId: string] {
  if (limit === 'prompt.phone') return ['phone', maskPhone(of)]
  if (limit === 'prompt.account') return ['user', of]
  return ['limit', limit]
}
