import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { checkoutStamp } from './east-africa-time.ts'

const alphanumerics = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
let counter = randomInt(10_000, 900_000)

/** `4hex-4hex-4hex-12hex` and a decimal counter: MerchantRequestID, requestId and OriginatorCoversationID alike. */
export function newRequestId(): string {
  counter += 1
  return `${randomUUID().slice(9)}${counter}`
}

export function newAccessToken(): string {
  return Array.from({ length: 28 }, () => alphanumerics[randomInt(alphanumerics.length)]).join('')
}

/**
 * `ws_CO_`, the date in Nairobi, one digit of the second's fraction, and the last nine digits of the number, as in
 * Safaricom's sandbox in 2026. If one digit is not unique it uses three, as in 2022–2025.
 */
export function newCheckoutRequestId(
  date: Date,
  phoneNumber: string,
  isTaken: (id: string) => boolean,
): string {
  const at = (fraction: string): string => `ws_CO_${checkoutStamp(date)}${fraction}${phoneNumber.slice(-9)}`
  const short = at(String(Math.floor(date.getMilliseconds() / 100)))
  if (!isTaken(short)) return short
  for (let millisecond = 0; millisecond < 1000; millisecond += 1) {
    const long = at(String(millisecond).padStart(3, '0'))
    if (!isTaken(long)) return long
  }
  return `ws_CO_DMZ_${randomBytes(8).readBigUInt64BE()}_${checkoutStamp(date)}`
}
