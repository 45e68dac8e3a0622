import type { Settings } from '../options.ts'
import { overloaded } from './daraja-refusal.ts'

export interface MerchantClaim {
  readonly shortcode: string
  readonly password: string
  readonly timestamp: string
}

/** `yyyyMMddHHmmss`, in any zone: clients differ, and an old one has not been seen refused. */
export function isTimestamp(text: string): boolean {
  const parts = /^(20\d\d)(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text)?.slice(1).map(Number)
  if (!parts) return false
  const [year = 0, month = 0, day = 0] = parts
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The password is base64(shortcode + passkey + timestamp), with the timestamp that is sent beside it. */
export function requireMerchant(settings: Settings, claim: MerchantClaim): void {
  if (claim.shortcode !== settings.shortcode) throw overloaded('Merchant does not exist')
  const expected = Buffer.from(settings.shortcode + settings.passkey + claim.timestamp).toString('base64')
  if (claim.password !== expected) throw overloaded('Wrong credentials')
}
