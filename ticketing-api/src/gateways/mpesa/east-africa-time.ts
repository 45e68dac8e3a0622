const aheadMilliseconds = 3 * 3_600_000

/**
 * `yyyyMMddHHmmss` in East Africa Time (UTC+3, no summer time), as Daraja writes its own times.
 * Source: Safaricom, Daraja portal, "M-Pesa Express", parameter Timestamp.
 */
export function eastAfricaTimestamp(at: Date): string {
  const shifted = new Date(at.getTime() + aheadMilliseconds)
  return shifted.toISOString().slice(0, 19).replace(/\D/g, '')
}
