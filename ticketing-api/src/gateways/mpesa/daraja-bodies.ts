import type { Config } from '../../config.ts'
import { eastAfricaTimestamp } from './east-africa-time.ts'
import type { PromptRequest } from './mpesa-gateway.ts'

type Settings = Config['mpesa']

const longestAccount = 12
const longestDescription = 13

/** Who asks, proved by `base64(shortcode + passkey + timestamp)`. */
export function claimOf({ shortcode, passkey }: Settings) {
  const timestamp = eastAfricaTimestamp(new Date())
  const password = Buffer.from(shortcode + passkey + timestamp).toString('base64')
  return { BusinessShortCode: shortcode, Password: password, Timestamp: timestamp }
}

/** What M-Pesa Express is asked for. Source: Safaricom, Daraja portal, "M-Pesa Express", request parameters. */
export function pushOf({ shortcode }: Settings, prompt: PromptRequest) {
  const { phone, amountShillings, account, description, callbackUrl } = prompt
  // Cut short, it would send the money to nobody.
  if (account.length > longestAccount) throw new RangeError('An account has at most 12 letters and digits.')
  return {
    TransactionType: 'CustomerPayBillOnline',
    Amount: String(amountShillings),
    PartyA: phone,
    PartyB: shortcode,
    PhoneNumber: phone,
    CallBackURL: callbackUrl,
    AccountReference: account,
    // Documented as optional, yet without it the push is refused with "Invalid Remarks".
    TransactionDesc: description.slice(0, longestDescription) || 'Payment',
  }
}
