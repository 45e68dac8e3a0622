import type { scanTicket } from '@event-sphere/contract/check-in'
import type { WireReply } from '@event-sphere/contract/endpoint'
import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { raiseBarrier } from '../cast/raise-barrier.ts'
import type { TestApi } from '../cast/start-api.ts'
import { aHolder, aSecondProcess, atTheDoor, scans } from './cast.ts'

const gates = ['Main Entrance', 'Side Gate']
const scansEach = 8

/** Two gates, each on a process of its own, scan one ticket at once, again and again, while others come in there too. */
async function bothGatesScan(
  api: TestApi,
  ticketCode: string,
  crowd: readonly Awaited<ReturnType<typeof aHolder>>[],
) {
  const processes = [api, await aSecondProcess(api)]
  const { letTogether } = await raiseBarrier(api)
  const answers = await letTogether(
    () =>
      gates.flatMap((checkInLocation, at) => {
        const there = processes[at] ?? api
        const others = crowd.map(({ general }) => scans(there, general.qrToken, { checkInLocation }))
        const mine = Array.from({ length: scansEach }, () => scans(there, ticketCode, { checkInLocation }))
        return [...mine.slice(0, 1), ...others, ...mine.slice(1)]
      }),
    // All of the others may be among those who stand there; two of this ticket's are then there too.
    2 * crowd.length + 2,
  )
  return answers.map(({ body }) => body)
}

const ofTicket = (answers: readonly WireReply<typeof scanTicket>[], id: string) =>
  answers.filter(({ ticket }) => ticket.id === id)

test('two gates that scan one ticket at once let one person in', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const crowd = [await aHolder(api, summit), await aHolder(api, summit), await aHolder(api, summit)]
  const all = await bothGatesScan(api, general.qrToken, crowd)
  const answers = ofTicket(all, general.id)
  expect(all.filter(({ result }) => result === 'admitted')).toHaveLength(4)

  const [admitted, ...more] = answers.filter(({ result }) => result === 'admitted')
  expect(more).toEqual([])
  const refused = answers.filter(({ result }) => result === 'already_admitted')
  expect(refused).toHaveLength(2 * scansEach - 1)
  for (const { admittedBefore } of refused) {
    expect(admittedBefore).toEqual({
      scannedAt: admitted?.scannedAt,
      checkInLocation: admitted?.checkInLocation,
    })
  }
})

test('control: without the index that decides, more than one gets in', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  await sql`drop index ticketing.one_admission_a_day`.execute(api.ctx.database.reader)
  const answers = await bothGatesScan(api, general.qrToken, [])

  expect(answers.filter(({ result }) => result === 'admitted').length).toBeGreaterThan(1)
})

test('one scan sent many times at once is one scan with one answer', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const idempotencyKey = api.newKey()
  const { letTogether } = await raiseBarrier(api)
  const answers = await letTogether(() =>
    Array.from({ length: 8 }, () => scans(api, general.qrToken, { idempotencyKey })),
  )

  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers[0]?.body.result).toBe('admitted')
})
