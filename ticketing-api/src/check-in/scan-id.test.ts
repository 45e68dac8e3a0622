import type { ScanId, UserId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import { expect, test } from 'vitest'
import { scanIdOf } from './scan-id.ts'

const agent = newUuid() as UserId
const key = 'the key of one scan'

test("the device's own id stays, whatever key comes with it", () => {
  const id = newUuid() as ScanId
  expect(scanIdOf(id, agent, key)).toBe(id)
})

test('one agent and one key are one scan; another agent or another key is another', () => {
  expect(scanIdOf(undefined, agent, key)).toBe(scanIdOf(undefined, agent, key))
  expect(scanIdOf(undefined, agent, key)).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(scanIdOf(undefined, newUuid() as UserId, key)).not.toBe(scanIdOf(undefined, agent, key))
  expect(scanIdOf(undefined, agent, `${key}!`)).not.toBe(scanIdOf(undefined, agent, key))
})

test('with neither, every scan is a new one', () => {
  expect(scanIdOf(undefined, agent, undefined)).not.toBe(scanIdOf(undefined, agent, undefined))
})
