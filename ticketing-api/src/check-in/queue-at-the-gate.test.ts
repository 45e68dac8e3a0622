import { expect, test } from 'vitest'
import type { TestApi } from '../cast/start-api.ts'
import { aHolder, aSecondProcess, atTheDoor, scans } from './cast.ts'

const both = async (api: TestApi) => [api, await aSecondProcess(api)]
const inTurnOf = (processes: readonly TestApi[], at: number) => processes[at % processes.length] as TestApi

/** Codes as they are printed, which nobody has sold. */
const wrongCode = (at: number) => `EBS2026-GA-${900_000 + at}`

test('forty typed codes that one account sends at once to two processes are all judged', async () => {
  const { api, summit } = await atTheDoor()
  const queue: string[] = []
  for (let at = 0; at < 40; at += 1) queue.push((await aHolder(api, summit)).general.typedCode)
  const processes = await both(api)

  const answers = await Promise.all(queue.map((code, at) => scans(inTurnOf(processes, at), code)))

  expect(answers.map(({ status, body }) => [status, body.result])).toEqual(queue.map(() => [200, 'admitted']))
}, 90_000)

test('nine mistyped codes in the queue refuse nobody in it', async () => {
  const { api, summit } = await atTheDoor()
  const codes: string[] = []
  for (let at = 0; at < 20; at += 1) codes.push((await aHolder(api, summit)).general.typedCode)
  const queue = [...codes, ...Array.from({ length: 9 }, (_, at) => wrongCode(at))]
    .map((code, at) => ({ code, place: (at * 7) % 29 }))
    .sort((one, other) => one.place - other.place)
  const processes = await both(api)

  const answers = await Promise.all(queue.map(({ code }, at) => scans(inTurnOf(processes, at), code)))

  expect(answers.filter(({ body }) => body.result === 'admitted')).toHaveLength(20)
  expect(answers.filter(({ body }) => body.code === 'unknown_ticket')).toHaveLength(9)
}, 90_000)

test('a hundred guesses made at once at two processes are ten, and a right one after them hears nothing', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const processes = await both(api)

  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) => scans(inTurnOf(processes, at), wrongCode(at))),
  )

  expect(answers.filter(({ body }) => body.code === 'unknown_ticket')).toHaveLength(10)
  expect(answers.filter(({ body }) => body.code === 'rate_limited')).toHaveLength(90)
  expect((await scans(api, general.typedCode)).body.code).toBe('rate_limited')
})
