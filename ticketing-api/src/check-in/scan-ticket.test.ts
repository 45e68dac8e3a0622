import { scanTicket } from '@event-sphere/contract/check-in'
import { type Reader, sql } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test, vi } from 'vitest'
import { aCustomer } from '../cast/buyers.ts'
import { foundOrganization } from '../cast/staff.ts'
import { aHolder, atTheDoor, scans, theAgentAgain } from './cast.ts'

const newScanId = () => `scan_${newUuid().replaceAll('-', '')}`

async function listResults(reader: Reader): Promise<string[]> {
  const { rows } = await sql<{ result: string }>`select result from scans order by recorded_at`.execute(
    reader,
  )
  return rows.map(({ result }) => result)
}

test('the QR opens the door, once a day, and the second time says when and where the first was', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const first = await scans(api, general.qrToken)
  const second = await scans(api, general.qrToken, { checkInLocation: 'Side Gate' })

  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({
    result: 'admitted',
    checkInLocation: 'Main Entrance',
    message: 'Welcome them in: General Admission.',
    admittedBefore: null,
    ticket: {
      id: general.id,
      ticketCode: general.ticketCode,
      holderName: 'Amina Chebet',
      ticketTypeName: 'General Admission',
      eventTitle: 'Eldoret International Business Summit',
      timezone: 'Africa/Nairobi',
    },
  })
  expect(second.status).toBe(200)
  expect(second.body).toMatchObject({
    result: 'already_admitted',
    checkInLocation: 'Side Gate',
    admittedBefore: { scannedAt: first.body.scannedAt, checkInLocation: 'Main Entrance' },
  })
  expect(second.body.message).toMatch(/^Already let in today at 08:0\d EAT, Main Entrance\./)
  expect(await listResults(api.ctx.database.reader)).toEqual(['admitted', 'already_admitted'])
})

test('the typed code and the printed code open it too, as people write them', async () => {
  const { api, summit } = await atTheDoor()
  const one = await aHolder(api, summit)
  const other = await aHolder(api, summit)
  const typed = `${one.general.typedCode.slice(0, 5).toLowerCase()} ${one.general.typedCode.slice(5)}`

  expect((await scans(api, typed)).body).toMatchObject({ result: 'admitted', ticket: { id: one.general.id } })
  const printed = await scans(api, ` ${other.general.ticketCode.toLowerCase()} `)
  expect(printed.body).toMatchObject({ result: 'admitted', ticket: { id: other.general.id } })
})

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

test('a ticket that is no longer valid opens nothing, and that is written down', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const statuses = ['cancelled', 'refunded', 'transferred']
  for (const status of statuses) {
    await api.ctx.database.transaction((tx) => sql`update tickets set status = ${status}`.execute(tx))
    expect((await scans(api, general.qrToken)).body.result).toBe(status)
  }
  expect(await listResults(api.ctx.database.reader)).toEqual(statuses)
})

test('the agent is spoken to in their own language', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const first = await scans(api, general.qrToken, { locale: 'sw' })
  const second = await scans(api, general.qrToken, { locale: 'sw' })

  expect(first.body.message).toBe('Mkaribishe ndani: General Admission.')
  expect(second.body.message).toMatch(/^Tiketi hii imeshaingia leo saa 08:0\d EAT, Main Entrance\./)
})

test('the same scan sent again gets the same answer, byte for byte', async () => {
  const { api, summit } = await atTheDoor()
  const { general, gala } = await aHolder(api, summit)
  const scanOnce = async (ticketCode: string) => {
    const scanId = newScanId()
    return { ticketCode, scanId, first: await scans(api, ticketCode, { scanId }) }
  }
  const done = [
    await scanOnce(general.qrToken),
    await scanOnce(general.typedCode),
    await scanOnce(gala.qrToken),
  ]
  expect(done.map(({ first }) => first.body.result)).toEqual(['admitted', 'already_admitted', 'not_yet'])

  await api.moveTo('2026-07-15T05:10:00Z')
  for (const { ticketCode, scanId, first } of done) {
    const again = await scans(api, ticketCode, { scanId })
    expect(again.status).toBe(200)
    expect(again.text).toBe(first.text)
    expect(again.body.scanId).toBe(scanId)
  }
  expect(await listResults(api.ctx.database.reader)).toHaveLength(3)
})

test('the same Idempotency-Key is the same scan; another agent with that key is not', async () => {
  const { api, summit } = await atTheDoor()
  const { general } = await aHolder(api, summit)
  const idempotencyKey = api.newKey()
  const first = await scans(api, general.qrToken, { idempotencyKey })
  const again = await scans(api, general.qrToken, { idempotencyKey })
  const others = await scans(api, general.qrToken, { idempotencyKey, as: api.admin })

  expect(first.body.result).toBe('admitted')
  expect(again.text).toBe(first.text)
  expect(others.body.result).toBe('already_admitted')
})

test('one id for two tickets is refused, and the second ticket is still good', async () => {
  const { api, summit } = await atTheDoor()
  const [one, other] = [await aHolder(api, summit), await aHolder(api, summit)]
  const scanId = newScanId()
  await scans(api, one.general.qrToken, { scanId })
  const second = await scans(api, other.general.qrToken, { scanId })

  expect([second.status, second.body.code]).toEqual([422, 'idempotency_key_reused'])
  expect((await scans(api, other.general.qrToken)).body.result).toBe('admitted')
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
  expect(await listResults(api.ctx.database.reader)).toEqual([])
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
  expect(await listResults(api.ctx.database.reader)).toEqual([])
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

test('who works at no door scans nothing', async () => {
  const { api, summit } = await atTheDoor()
  const { token, general } = await aHolder(api, summit)
  const stranger = await aCustomer(api)

  for (const as of [token, stranger.token, api.key, api.platform]) {
    const { status, body } = await scans(api, general.qrToken, { as })
    expect([status, body.code]).toEqual([403, 'forbidden'])
  }
  const body = { ticketCode: general.qrToken, checkInLocation: 'Main Entrance' }
  expect((await api.call(scanTicket, { body })).body.code).toBe('unauthenticated')
  expect(await listResults(api.ctx.database.reader)).toEqual([])
})

test('a body that does not fit names the fields at fault', async () => {
  const { api } = await atTheDoor()
  const [code, place] = ['/ticketCode', '/checkInLocation']
  const bad: [object, string[]][] = [
    [{}, [code, place]],
    [{ ticketCode: '', checkInLocation: '  ' }, [code, place]],
    [{ ticketCode: 7, checkInLocation: ['x'] }, [code, place]],
    [{ ticketCode: 'x'.repeat(401), checkInLocation: 'x'.repeat(101) }, [code, place]],
    [{ ticketCode: 'A', checkInLocation: 'a\nb' }, [place]],
    [{ ticketCode: 'A', checkInLocation: 'B', scannedAt: 'today' }, ['/scannedAt']],
    [{ ticketCode: 'A', checkInLocation: 'B', scanId: 'ticket_1' }, ['/scanId']],
    [{ ticketCode: 'A', checkInLocation: 'B', entranceId: 'Gala' }, ['/entranceId']],
    [{ ticketCode: 'A', checkInLocation: 'B', eventId: 7 }, ['/eventId']],
    [{ ticketCode: 'A', checkInLocation: 'B', withTicketId: 'x' }, ['/withTicketId']],
  ]
  for (const [body, pointers] of bad) {
    const answer = await api.call(scanTicket, { as: api.agent, body })
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
    const { errors } = JSON.parse(answer.text) as { errors: { pointer: string }[] }
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
  }
})

test('no log line carries a code', async () => {
  const { api } = await atTheDoor()
  const said = vi.spyOn(api.ctx.log, 'info')
  await scans(api, 'EBS2026-GA-987654')

  expect(said.mock.calls.map(([, message]) => message)).toContain('a code that is no ticket')
  expect(JSON.stringify(said.mock.calls)).not.toContain('987654')
})
