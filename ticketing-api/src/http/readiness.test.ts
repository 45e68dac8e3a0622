import { placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a process whose buyers wait too long is not ready, though its database answers', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const readiness = async () => {
    const answer = await fetch(`${api.url}/readyz`)
    return [answer.status, ((await answer.json()) as { status: string }).status]
  }
  const sales: Promise<{ status: number }>[] = []
  const buy = () => {
    const buyer = { email: `guest${sales.length}@example.com` }
    const items = [{ ticketTypeId: summit.general, quantity: 1 }]
    sales.push(
      api.call(placePurchase, {
        as: api.key,
        body: { eventId: summit.eventId, items, buyer },
        idempotencyKey: api.newKey(),
      }),
    )
  }
  expect(await readiness()).toEqual([200, 'ready'])

  // Any wait is too long now, so that nobody has to wait for the deadline of a real line.
  api.ctx.saleLines.deadlineMilliseconds = 0
  await api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from quotas for update`.execute(tx)
    // On a busy machine the first buyer may have been given up before anybody looks: then another one waits.
    await vi.waitFor(
      async () => {
        buy()
        expect(await readiness()).toEqual([503, 'buyers wait too long'])
      },
      { timeout: 4000, interval: 200 },
    )
  })

  for (const { status } of await Promise.all(sales)) expect([201, 503]).toContain(status)
  await vi.waitFor(async () => expect(await readiness()).toEqual([200, 'ready']), { timeout: 10_000 })
})
