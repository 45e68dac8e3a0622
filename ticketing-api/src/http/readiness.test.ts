import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a process whose orders wait too long is not ready, though its database answers', async () => {
  const api = await startApi()
  const summit = await theSummit(api)
  const { token } = await aCustomer(api)
  const readiness = async () => {
    const answer = await fetch(`${api.url}/readyz`)
    return [answer.status, ((await answer.json()) as { status: string }).status]
  }
  expect(await readiness()).toEqual([200, 'ready'])

  // Any wait is too long now, so that nobody has to wait for the deadline of a real till.
  api.ctx.tills.deadlineMilliseconds = 0
  let sale: ReturnType<typeof buys> | undefined
  await api.ctx.database.transaction(async (tx) => {
    await sql`select 1 from quotas for update`.execute(tx)
    sale = buys(api, summit, token, { general: 1 })
    await vi.waitFor(async () => expect(await readiness()).toEqual([503, 'orders wait too long']))
  })

  expect((await sale)?.status).toBe(201)
  await vi.waitFor(async () => expect(await readiness()).toEqual([200, 'ready']))
})
