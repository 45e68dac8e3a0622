import { expect, onTestFinished, test, vi } from 'vitest'
import type { Context } from './context.ts'
import { startSweeps } from './start-sweeps.ts'

function aLog() {
  const lines: string[] = []
  const say = (_facts: object, message: string) => void lines.push(message)
  return { lines, ctx: { log: { error: say, warn: say } } as unknown as Context }
}

test('a sweep that never ends does not keep the next round from starting, and is told of', async () => {
  const { lines, ctx } = aLog()
  let rounds = 0
  const run = () => {
    rounds += 1
    return new Promise<void>(() => undefined)
  }
  const stop = startSweeps(ctx, [{ name: 'stuck', everySeconds: 0.01, withinSeconds: 0.02, run }])
  onTestFinished(stop)
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(2), { timeout: 10_000 })
  expect(lines).toContain('sweep timed out; starting the next round')
})

test('a sweep that fails is told of, and comes round again', async () => {
  const { lines, ctx } = aLog()
  let rounds = 0
  const run = async () => {
    rounds += 1
    throw new Error('no')
  }
  const stop = startSweeps(ctx, [{ name: 'failing', everySeconds: 0.01, run }])
  onTestFinished(stop)
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(2), { timeout: 10_000 })
  expect(lines).toContain('a sweep failed')
})
