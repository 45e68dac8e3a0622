import { changeEntrance } from '@event-sphere/contract/entrances'
import { expect, test } from 'vitest'
import { aGalaEntrance, aHolder, atTheDoor, scans } from './cast.ts'

test("the entrance's hours decide beside the ticket's days, and say when", async () => {
  const { api, summit } = await atTheDoor({ now: '2026-07-16T14:29:00Z' })
  const entranceId = await aGalaEntrance(api, summit)
  const { gala } = await aHolder(api, summit)
  const early = await scans(api, gala.qrToken, { entranceId })
  expect(early.body).toMatchObject({
    result: 'not_yet',
    message: 'Gala Night opens at 17:30 today. Ask them to come back then.',
  })
  await api.moveTo('2026-07-16T14:30:00Z')
  await api.call(changeEntrance, { as: api.admin, params: { id: entranceId }, body: { closesAt: '17:30' } })
  // A closing time that is not after the opening is of the next day.
  expect((await scans(api, gala.qrToken, { entranceId })).body.result).toBe('admitted')
  await api.call(changeEntrance, {
    as: api.admin,
    params: { id: entranceId },
    body: { opensAt: null, closesAt: '17:30' },
  })
  const late = await scans(api, gala.qrToken, { entranceId })
  expect(late.body).toMatchObject({ result: 'too_late' })
  expect(late.body.message).toMatch(/^Gala Night closed at 17:30 today\./)
})

test('past midnight an entrance that is still open is in the day before: nobody comes in twice in a night', async () => {
  const { api, summit } = await atTheDoor({ now: '2026-07-16T20:50:00Z' })
  const entranceId = await aGalaEntrance(api, summit, { closesAt: '02:00' })
  const [one, two] = [await aHolder(api, summit), await aHolder(api, summit)]
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('admitted')
  await api.moveTo('2026-07-16T21:01:00Z')
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('already_admitted')
  expect((await scans(api, two.gala.qrToken, { entranceId })).body.result).toBe('admitted')
})
