import { expect, test } from 'vitest'
import { makeMemoryOutbox } from './memory-outbox.ts'

const scan = (scanId: string) => ({
  scanId,
  ticketCode: 'EBS2026-GA-000001',
  checkInLocation: 'Main Entrance',
  entranceId: 'entrance_1',
  scannedAt: '2027-07-15T05:00:00.000Z',
})

test('scans are pending in the order in which they were made, until settled', async () => {
  const outbox = makeMemoryOutbox()
  await outbox.append(scan('a'))
  await outbox.append(scan('b'))
  await outbox.append(scan('c'))

  await outbox.settle('b', { by: 'api', result: 'admitted' })

  expect((await outbox.pending()).map(({ scanId }) => scanId)).toEqual(['a', 'c'])
})

test('a scan written twice is kept once, and does not return after it is settled', async () => {
  const outbox = makeMemoryOutbox()
  await outbox.append(scan('a'))
  await outbox.append(scan('a'))
  expect(await outbox.pending()).toHaveLength(1)

  await outbox.settle('a', { by: 'set_aside' })
  await outbox.append(scan('a'))
  expect(await outbox.pending()).toEqual([])
})

test('settling an unknown scan changes nothing', async () => {
  const outbox = makeMemoryOutbox()
  await outbox.append(scan('a'))
  await outbox.settle('z', { by: 'set_aside' })
  expect(await outbox.pending()).toEqual([scan('a')])
})
