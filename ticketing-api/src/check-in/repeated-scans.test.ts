import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { aHolder, atTheDoor, scanResults, scans } from './cast.ts'

const newScanId = () => `scan_${newUuid().replaceAll('-', '')}`

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
  expect(await scanResults(api)).toHaveLength(3)
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
