import { expect, test } from 'vitest'
import { makePauses } from './pause.ts'

const long = 60_000
const forever = new AbortController().signal

test('a pause lasts as long as requested', async () => {
  await makePauses(new EventTarget()).pause(1, forever)
})

test('the return of the network ends it', async () => {
  const network = new EventTarget()
  const waiting = makePauses(network).pause(long, forever)
  network.dispatchEvent(new Event('online'))
  await waiting
})

test('the agent ends it', async () => {
  const { pause, hurry } = makePauses(new EventTarget())
  const waiting = pause(long, forever)
  hurry()
  await waiting
})

test('and so does a stop, one that came before too', async () => {
  const stop = new AbortController()
  const { pause } = makePauses(new EventTarget())
  const waiting = pause(long, stop.signal)
  stop.abort()
  await waiting
  await pause(long, stop.signal)
  expect(stop.signal.aborted).toBe(true)
})
