import { scanId } from '@event-sphere/contract/values/ids'
import { expect, test } from 'vitest'
import { newScanId } from './new-scan-id.ts'

test("an id has the contract's format and UUID version 7", () => {
  const id = newScanId(0x0199_abcd_ef01, new Uint8Array(10).fill(0xff))
  expect(id).toBe('scan_0199abcdef017fffbfffffffffffffff')
  expect(scanId.safeParse(id).success).toBe(true)
})

test('a thousand ids of one moment are distinct', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => newScanId(1_800_000_000_000)))
  expect(ids.size).toBe(1000)
})

test('a later id sorts after an earlier one', () => {
  expect(newScanId(1_800_000_000_001) > newScanId(1_800_000_000_000)).toBe(true)
})
