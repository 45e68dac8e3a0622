import type { Outbox, RecordedScan } from './outbox.ts'

/** An outbox that lasts as long as the page. */
export function makeMemoryOutbox(): Outbox {
  const unsettled = new Map<string, RecordedScan>()
  const seen = new Set<string>()
  return {
    async append(scan) {
      if (seen.has(scan.scanId)) return
      seen.add(scan.scanId)
      unsettled.set(scan.scanId, scan)
    },
    async pending() {
      return [...unsettled.values()]
    },
    async settle(scanId) {
      unsettled.delete(scanId)
    },
  }
}
