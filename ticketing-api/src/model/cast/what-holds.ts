import { brokenPromises } from '../../cast/broken-promises.ts'
import { hallCapacity, mostAPerson } from './fair.ts'
import type { Known } from './known.ts'
import { listGalasAlone, listOverLimit, listPayments, listPurchases, listTypes } from './seen.ts'
import type { World } from './world.ts'

/** Everything that is true after every step, whatever was asked for. @throws at the first that is not */
export async function expectEverythingHolds(known: Known, world: World): Promise<void> {
  const [first] = world.outcomes.faults
  if (first) throw new Error(`an answer that may not be: ${first}`)
  const broken = await brokenPromises(world.sides[0])
  if (broken.length > 0) throw new Error(`broken promises: ${JSON.stringify(broken)}`)
  await expectPurchases(known, world)
  await expectPayments(known, world)
  await expectSeats(known, world)
  expectAdmissions(known)
}

const purchaseMoves: Record<string, readonly string[]> = {
  pending_payment: ['completed', 'expired', 'cancelled', 'owed_back'],
  expired: ['completed', 'owed_back'],
  cancelled: ['owed_back'],
}
/** What was bought for an event that will not take place ends. */
const cancelledMoves = { ...purchaseMoves, completed: ['cancelled', 'owed_back'] }
const paymentMoves: Record<string, readonly string[]> = {
  created: ['prompted', 'expired', 'failed', 'paid'],
  prompted: ['expired', 'failed', 'paid'],
  expired: ['failed', 'paid'],
  failed: ['paid'],
}

/** What was acknowledged is there, statuses move on and never back, and nobody has more than they may. */
async function expectPurchases(known: Known, world: World): Promise<void> {
  const rows = await listPurchases(world)
  const there = new Set(rows.map(({ account }) => account))
  for (const { account } of known.purchases)
    if (!there.has(account)) throw new Error(`purchase ${account} was acknowledged and is not there`)
  const moves = known.isCancelled ? cancelledMoves : purchaseMoves
  for (const { account, status } of rows) expectMove(known, `purchase ${account}`, status, moves)
  const [over] = await listOverLimit(world, mostAPerson)
  if (over) throw new Error(`somebody has more than they may: ${JSON.stringify(over)}`)
  const [alone] = await listGalasAlone(world)
  if (alone) throw new Error(`a gala without what it requires: ${JSON.stringify(alone)}`)
}

function expectMove(
  known: Known,
  what: string,
  status: string,
  moves: Record<string, readonly string[]>,
): void {
  const before = known.stood.get(what)
  known.stood.set(what, status)
  if (before === undefined || before === status) return
  if (!moves[before]?.includes(status)) throw new Error(`${what} went from ${before} to ${status}`)
}

/** Money is what left a phone, to the cent, or not known yet; none is invented. */
async function expectPayments(known: Known, world: World): Promise<void> {
  for (const { id, status, checkoutRequestId, paidCents } of await listPayments(world)) {
    expectMove(known, `payment ${id}`, status, paymentMoves)
    if (paidCents === null) continue
    const left = known.prompts.get(checkoutRequestId ?? '')?.paid?.cents
    if (paidCents !== left) throw new Error(`payment ${id} has ${paidCents} cents; ${left} left the phone`)
  }
}

/** No more tickets than seats; a size is one that the organiser was told; the crowd has what it was told. */
async function expectSeats(known: Known, world: World): Promise<void> {
  for (const { id, code, size, tickets } of await listTypes(world)) {
    const set = known.sizes.get(id)
    if (set && !set.includes(size))
      throw new Error(`${code} has ${size} seats; the organiser was told ${set}`)
    if (set) known.sizes.set(id, [size])
    if (tickets > size) throw new Error(`${tickets} tickets for ${size} seats of ${code}`)
    if (code === 'EX' && !known.isCancelled && tickets !== known.crowd)
      throw new Error(`the crowd was told of ${known.crowd} tickets and has ${tickets}`)
  }
}

/** A ticket is let in once a day at each entrance that it opens, and no entrance lets in more than it has room for. */
function expectAdmissions({ admissions }: Known): void {
  const entries = new Set(admissions.map((entry) => JSON.stringify(entry)))
  if (entries.size < admissions.length) throw new Error(`let in twice: ${JSON.stringify(admissions)}`)
  const astray = admissions.find(
    ({ typeName, entrance }) => (typeName === 'Gala') !== (entrance === 'Gala Hall'),
  )
  if (astray) throw new Error(`let in at the wrong entrance: ${JSON.stringify(astray)}`)
  const inHall = admissions.filter(({ entrance }) => entrance === 'Gala Hall')
  for (const { day } of inHall)
    if (inHall.filter((entry) => entry.day === day).length > hallCapacity)
      throw new Error(`more were let in on ${day} than the hall has room for`)
}
