import { sql } from '@event-sphere/kit/database/database'
import { expect, test, vi } from 'vitest'
import { foundOrganization } from '../cast/staff.ts'
import { aHolder, atTheDoor, scanResults, scans } from './cast.ts'

test('the typed code and the printed code open it too, as people write them', async () => {
  const { api, summit } = await atTheDoor()
  const one = await aHolder(api, summit)
  const other = await aHolder(api, summit)
  const typed = `${one.general.typedCode.slice(0, 5).toLowerCase()} ${one.general.typedCode.slice(5)}`

  expect((await scans(api, typed)).body).toMatchObject({ result: 'admitted', ticket: { id: one.general.id } })
  const printed = await scans(api, ` ${other.general.ticketCode.toLowerCase()} `)
  expect(printed.body).toMatchObject({ result: 'admitted', ticket: { id: other.general.id } })
})

test('a printed code admits, but tells the agent to compare the name; the QR and the typed code do not ask', async () => {
  const { api, summit } = await atTheDoor()
  const [one, two, three] = [
    await aHolder(api, summit),
    await aHolder(api, summit),
    await aHolder(api, summit),
  ]
  const printed = await scans(api, one.general.ticketCode)
  expect(printed.body).toMatchObject({ result: 'admitted', needsNameCheck: true })
  expect(printed.body.message).toMatch(/^Compare the name with an ID/)
  expect((await scans(api, two.general.qrToken)).body).toMatchObject({
    result: 'admitted',
    needsNameCheck: false,
  })
  expect((await scans(api, three.general.typedCode)).body.needsNameCheck).toBe(false)
  const { rows } = await sql<{ by: string }>`select read_by as by from scans order by recorded_at`.execute(
    api.ctx.database.reader,
  )
  expect(rows.map(({ by }) => by)).toEqual(['printed', 'token', 'typed'])
})

test('a scan tells the agent name, type and status, and nothing that opens a door', async () => {
  const { api, summit } = await atTheDoor()
  const { general, gala } = await aHolder(api, summit)
  const { body, text } = await scans(api, general.ticketCode)
  expect(body.ticket).toMatchObject({ holderName: 'Amina Chebet', status: 'valid' })
  for (const secret of [general, gala].flatMap(({ qrToken, typedCode }) => [qrToken, typedCode]))
    expect(text).not.toContain(secret)
})

test('the ticket of another organization is unknown, by whatever code', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const other = await foundOrganization(api.call, api.platform, 'other')

  for (const code of [general.qrToken, general.typedCode, general.ticketCode]) {
    const { status, body } = await scans(api, code, { as: other.agent })
    expect([status, body.code]).toEqual([404, 'unknown_ticket'])
  }
  expect(await scanResults(api)).toEqual([])
})

test('codes that are no ticket are unknown, in words that help', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const bent = `${general.qrToken.slice(0, 60)}${general.qrToken[60] === 'A' ? 'B' : 'A'}${general.qrToken.slice(61)}`
  for (const code of [
    bent,
    'ES1:',
    'https://example.com',
    'EBS2026-GA-999999',
    '0000000000',
    "' or 1=1 --",
    'x'.repeat(400),
  ]) {
    const { status, body } = await scans(api, code)
    expect([code, status, body.code]).toEqual([code, 404, 'unknown_ticket'])
  }
  const inSwahili = await scans(api, 'nonsense', { locale: 'sw' })
  expect(inSwahili.body.detail).toMatch(/^Hakuna tiketi yenye msimbo huu/)
  expect(await scanResults(api)).toEqual([])
})

test('guessing codes ends after ten misses; the camera still works, and so do other agents', async () => {
  const { api, summit } = await atTheDoor()
  const { general, gala } = await aHolder(api, summit)
  expect((await scans(api, general.typedCode)).body.result).toBe('admitted')

  const guesses = Array.from({ length: 14 }, (_, at) => scans(api, `EBS2026-GA-${900_000 + at}`))
  const codes = (await Promise.all(guesses)).map(({ body }) => body.code)
  expect(codes.filter((code) => code === 'unknown_ticket')).toHaveLength(10)
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(4)

  const typed = await scans(api, gala.typedCode)
  expect([typed.status, typed.body.code]).toEqual([429, 'rate_limited'])
  expect((await scans(api, gala.qrToken)).body.result).toBe('not_yet')
  expect((await scans(api, gala.typedCode, { as: api.admin })).body.result).toBe('not_yet')
})

test('no log line carries a code', async () => {
  const { api } = await atTheDoor()
  const said = vi.spyOn(api.ctx.log, 'info')
  await scans(api, 'EBS2026-GA-987654')

  expect(said.mock.calls.map(([, message]) => message)).toContain('unknown ticket code')
  expect(JSON.stringify(said.mock.calls)).not.toContain('987654')
})
