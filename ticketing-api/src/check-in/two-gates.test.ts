import type { scanTicket } from '@event-sphere/contract/check-in'
import type { WireReply } from '@event-sphere/contract/endpoint'
import { openDatabase, type Reader, sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test } from 'vitest'
import type { TestApi } from '../cast/start-api.ts'
import type { Summit } from '../cast/summit.ts'
import { aHolder, aSecondProcess, atTheDoor, scans } from './cast.ts'

const barrier = 4711
const gates = ['Main Entrance', 'Side Gate']
const scansEach = 8

/** Holds every scan just before it is written, until at least two stand there: both have looked, neither has decided. */
async function raiseBarrier(api: TestApi) {
  const database = openDatabase({
    url: api.databaseUrl,
    schema: 'ticketing',
    maxConnections: 2,
    onFault: () => {},
  })
  onTestFinished(() => database.close())
  await sql`create function ticketing.wait_at_barrier() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(4711); return new; end $$`.execute(database.reader)
  await sql`create trigger barrier before insert on scans
    for each row execute function wait_at_barrier()`.execute(database.reader)
  return {
    /** Runs the acts, lets go once two of them wait, and gives what became of them. */
    letTogether: <T>(acts: () => Promise<T>[]) =>
      database.reader.connection().execute(async (held) => {
        await sql`select pg_advisory_lock(${barrier})`.execute(held)
        const done = Promise.all(acts())
        await expect.poll(() => countWaiting(held), { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
        await sql`select pg_advisory_unlock(${barrier})`.execute(held)
        return done
      }),
  }
}

async function countWaiting(reader: Reader): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_locks
    where locktype = 'advisory' and objid = ${barrier} and not granted`.execute(reader)
  return rows[0]?.waiting ?? 0
}

/** Two gates, each on a process of its own, scan one ticket at once, again and again, while others come in there too. */
async function bothGatesScan(api: TestApi, summit: Summit, ticketCode: string) {
  const crowd = [await aHolder(api, summit), await aHolder(api, summit), await aHolder(api, summit)]
  const processes = [api, await aSecondProcess(api)]
  const { letTogether } = await raiseBarrier(api)
  const answers = await letTogether(() =>
    gates.flatMap((checkInLocation, at) => {
      const there = processes[at] ?? api
      const others = crowd.map(({ general }) => scans(there, general.qrToken, { checkInLocation }))
      const mine = Array.from({ length: scansEach }, () => scans(there, ticketCode, { checkInLocation }))
      return [...mine.slice(0, 1), ...others, ...mine.slice(1)]
    }),
  )
  return answers.map(({ body }) => body)
}

const ofTicket = (answers: readonly WireReply<typeof scanTicket>[], id: string) =>
  answers.filter(({ ticket }) => ticket.id === id)

test('two gates that scan one ticket at once let one person in', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const all = await bothGatesScan(api, summit, general.qrToken)
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
  const answers = ofTicket(await bothGatesScan(api, summit, general.qrToken), general.id)

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
