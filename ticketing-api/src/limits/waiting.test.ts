import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { limits } from './allowances.ts'
import { passInDoubt } from './pass-in-doubt.ts'

test('who waits for acts under way that do not end looks a few times, not all the time', async () => {
  const { ctx } = await startApi()
  const miss = [{ limit: 'scan.miss', of: 'agent' }] as const
  for (let begun = 0; begun < limits['scan.miss'].most; begun += 1) await passInDoubt(ctx, miss)
  let looks = 0
  const { transaction } = ctx.database
  ctx.database.transaction = (story) => {
    looks += 1
    return transaction(story)
  }

  await expect(passInDoubt(ctx, miss)).rejects.toMatchObject({ code: 'rate_limited' })

  expect(looks).toBeGreaterThan(1)
  expect(looks).toBeLessThan(25)
})
