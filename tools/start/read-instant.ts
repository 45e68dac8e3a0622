const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/

/** Kenya is three hours ahead of UTC all year. */
const eldoret = '+03:00'

/**
 * `2027-07-15T08:00` is Eldoret time, `…Z` and `…+01:00` have their own offset. Undefined if it is not a valid time.
 */
export function readInstant(text: string): Date | undefined {
  const parts = written.exec(text)
  if (!parts) return undefined
  const [year, month, day] = parts.slice(1, 4).map(Number)
  if (!year || !month || !day || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const time = text.includes('T') ? '' : 'T00:00'
  const withoutOffset = parts[7] ? text.slice(0, -parts[7].length) : text
  const instant = new Date(`${withoutOffset}${time}${parts[7] ?? eldoret}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
