import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aHolder, atTheDoor, scans, theAgentAgain } from './cast.ts'

test('each day is a new day, by the clock in Eldoret', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  expect((await scans(api, general.qrToken)).body.result).toBe('admitted')

  await api.moveTo('2026-07-15T20:59:00Z')
  const late = await scans(api, general.qrToken, { as: await theAgentAgain(api) })
  expect(late.body.result).toBe('already_admitted')

  await api.moveTo('2026-07-15T21:00:00Z')
  const next = await scans(api, general.qrToken, { as: await theAgentAgain(api) })
  expect(next.body.result).toBe('admitted')
})

test('a ticket for one evening comes too early, then opens, then is over', async () => {
  const { api, summit } = await atTheDoor()
  const { gala } = await aHolder(api, summit)
  const early = await scans(api, gala.qrToken)
  expect(early.body).toMatchObject({
    result: 'not_yet',
    message: 'This ticket opens the door from Thu, 16 July 2026. Ask them to come back then.',
  })

  await api.moveTo('2026-07-16T15:00:00Z')
  expect((await scans(api, gala.qrToken, { as: await theAgentAgain(api) })).body.result).toBe('admitted')

  await api.moveTo('2026-07-17T06:00:00Z')
  const late = await scans(api, gala.qrToken, { as: await theAgentAgain(api) })
  expect(late.body.result).toBe('too_late')
  expect(late.body.message).toMatch('Thu, 16 July 2026')
})

test('the time that a device claims is written down and decides nothing: the clock of the database does', async () => {
  const { api, summit } = await atTheDoor()
  const claims = [
    '2026-07-15T04:00:00.000Z',
    '2026-07-14T05:00:00.000Z',
    '2026-07-16T05:00:00.000Z',
    '1970-01-01T00:00:00.000Z',
    '2099-01-01T00:00:00.000Z',
  ]
  for (const scannedAt of claims) {
    const { general } = await aHolder(api, summit)
    const { body } = await scans(api, general.qrToken, { scannedAt })
    expect(body.result).toBe('admitted')
    expect(body.scannedAt).toMatch(/^2026-07-15T05:0\d/)
  }
  const { rows } = await sql<{ claimedAt: Date; day: string }>`
    select claimed_at as "claimedAt", day::text from scans order by recorded_at`.execute(
    api.ctx.database.reader,
  )
  expect(rows).toEqual(claims.map((claimed) => ({ claimedAt: new Date(claimed), day: '2026-07-15' })))
})

test('a claimed time of yesterday does not admit the same ticket a second time today', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  await api.moveTo('2026-07-16T05:00:00Z')
  const as = await theAgentAgain(api)
  expect((await scans(api, general.qrToken, { as })).body.result).toBe('admitted')
  const claimed = await scans(api, general.qrToken, { as, scannedAt: '2026-07-15T05:00:00Z' })
  expect(claimed.body.result).toBe('already_admitted')
})
