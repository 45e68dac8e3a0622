import type { Known } from './known.ts'
import { runJobs, sweep } from './passing.ts'
import { countHeld, listPayments, listPurchases } from './seen.ts'
import { expectEverythingHolds } from './what-holds.ts'
import type { World } from './world.ts'

/**
 * The day is over: what waits is worked off and every hold ends. Then no seat is kept, nothing waits, and all money that
 * Safaricom has told of is where it belongs.
 */
export async function closeFair(known: Known, world: World): Promise<void> {
  await workOff(world)
  await world.pass(3600)
  await workOff(world)
  await expectEverythingHolds(known, world)
  const held = await countHeld(world)
  if (held > 0) throw new Error(`${held} holds are left when all have ended`)
  await expectToldMoney(known, world)
  for (const { account, status, totalCents, paidCents, owedCents } of await listPurchases(world)) {
    world.outcomes.count(`ends ${status}${totalCents > 0 ? ', priced' : ''}`)
    if (status === 'pending_payment') throw new Error(`purchase ${account} still waits`)
    if (totalCents > 0 && paidCents >= totalCents !== ['completed', 'owed_back'].includes(status))
      throw new Error(`purchase ${account} is ${status} with ${paidCents} of ${totalCents} cents`)
    if (owedCents !== paidCents - (status === 'completed' ? totalCents : 0))
      throw new Error(`purchase ${account} is ${status} and owes ${owedCents} of ${paidCents} cents`)
  }
}

/** A query's answer may leave a job, and a job something to ask about. */
async function workOff(world: World): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await runJobs(world)
    await sweep(world)
  }
  await runJobs(world)
}

async function expectToldMoney(known: Known, world: World): Promise<void> {
  const payments = new Map(
    (await listPayments(world)).map((payment) => [payment.checkoutRequestId, payment] as const),
  )
  for (const [id, { paid, how, isPaidTold, isFailureTold, query }] of known.prompts) {
    const payment = payments.get(id)
    const isAnswered = query === '0' && how !== 'never' && !isFailureTold && payment?.isYoung
    if (paid && (isPaidTold || isAnswered) && payment?.paidCents !== paid.cents)
      throw new Error(`${paid.cents} cents left a phone and ${payment?.paidCents} are known`)
  }
}
