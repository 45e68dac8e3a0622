import { expect, test } from 'vitest'
import { makePauses } from './pause.ts'

const long = 60_000
const forever = new AbortController().signal

test('it lasts as long as asked', async () => {
  await makePauses(new EventTarget()).pause(1, forever)
})

test('the network’s return ends it', async () => {
  const network = new EventTarget()
  const waiting = makePauses(network).pause(long, forever)
  network.dispatchEvent(new Event('online'))
  await waiting
})

test('so does the agent', async () => {
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
