const aheadOfUtc = 3 * 3_600_000

/** The parts of a date as clocks in Nairobi show it (UTC+3, no daylight saving). */
function partsOf(date: Date): [year: string, month: string, day: string, time: string] {
  const [days = '', time = ''] = new Date(date.getTime() + aheadOfUtc).toISOString().split('T')
  const [year = '', month = '', day = ''] = days.split('-')
  return [year, month, day, time.slice(0, 8).replaceAll(':', '')]
}

/** `yyyyMMddHHmmss`, the date format of callbacks. */
export function transactionStamp(date: Date): string {
  return partsOf(date).join('')
}

/** `ddMMyyyyHHmmss`, the date format of a CheckoutRequestID. */
export function checkoutStamp(date: Date): string {
  const [year, month, day, time] = partsOf(date)
  return `${day}${month}${year}${time}`
}

/** `HH:mm:ss`, for people. */
export function clockFace(date: Date): string {
  const [, , , time] = partsOf(date)
  return time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')
}

export function calendarOf(date: Date): { year: number; month: number; day: number } {
  const [year, month, day] = partsOf(date)
  return { year: Number(year), month: Number(month), day: Number(day) }
}
