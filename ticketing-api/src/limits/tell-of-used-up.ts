import type { MatterKind } from '@event-sphere/contract/matters'
import type { OrganizationId } from '@event-sphere/contract/values/ids'
import type { Tx } from '@event-sphere/kit/database/database'
import type { Log } from '@event-sphere/kit/log'
import { maskPhone } from '../gateways/mpesa/mask-phone.ts'
import { raiseMatter } from '../matters/raise-matter.ts'
import { limitOf } from './allowances.ts'
import type { Pass } from './rules.ts'
import { findStaff } from './store.ts'

interface UsedUp {
  kind: MatterKind
  subject: string
  subjectId: string
  limit: Pass['limit']
  organizationId?: OrganizationId
  /** Of whose account it is, for those who know them. */
  whose?: { name: string; role: string }
}

/** A limit that only an attack comes upon, or a person in trouble: one matter each until it is resolved, and one line. */
export async function tellOfUsedUp(log: Log, tx: Tx, passes: readonly Pass[]): Promise<void> {
  const found = new Map<string, UsedUp>()
  for (const pass of passes) {
    const { matter: kind } = limitOf(pass.limit)
    if (kind) found.set(subjectOf(pass).join(' '), asUsedUp(kind, pass))
  }
  for (const one of await findGuessed(tx, passes)) found.set(`user ${one.subjectId}`, one)
  // In one order for everybody, since each may be somebody else's row too.
  for (const [, { limit, whose, ...matter }] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { most, seconds } = limitOf(limit)
    const facts = { limit, most, withinMinutes: seconds / 60 }
    const all = { ...facts, ...whose }
    if (await raiseMatter(tx, { organizationId: null, ...matter, facts: all }))
      log.warn({ ...matter, ...facts }, 'a limit on strangers is used up')
  }
}

function asUsedUp(kind: MatterKind, pass: Pass): UsedUp {
  const [subject, subjectId] = subjectOf(pass)
  return { kind, subject, subjectId, limit: pass.limit }
}

/** Accounts of staff whose passwords are being guessed: their organization's people are told as well as the platform. */
async function findGuessed(tx: Tx, passes: readonly Pass[]): Promise<UsedUp[]> {
  const guesses = passes.filter(({ limit }) => limitOf(limit).matter === 'password_guessing')
  const limits = new Map(
    guesses.map(({ limit, of, once }) => [limit === 'login.spray' ? (once ?? '') : of, limit]),
  )
  if (limits.size === 0) return []
  const staff = await findStaff(tx, [...limits.keys()])
  return staff.map(({ userId, organizationId, email, name, role }) => ({
    kind: 'password_guessing',
    subject: 'user',
    subjectId: userId,
    limit: limits.get(email) ?? 'login.strangers',
    organizationId,
    whose: { name, role },
  }))
}

/** Never somebody's address or whole number: what is open stands there for long. */
function subjectOf({ limit, of }: Pass): [subject: string, subjectId: string] {
  if (limit === 'prompt.phone') return ['phone', maskPhone(of)]
  if (limit === 'prompt.account') return ['user', of]
  if (limit === 'prompt.phone.payer') return ['user', of.slice(0, of.indexOf(' '))]
  return ['limit', limit]
}
