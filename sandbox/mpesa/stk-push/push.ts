import { invalidField } from '../wire/daraja-refusal.ts'
import { isTimestamp, type MerchantClaim } from '../wire/merchant.ts'
import { isCallableUrl } from '../wire/public-url.ts'
import { type Fields, textOf } from '../wire/request-body.ts'

const transactionTypes = ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline'] as const

/** A push with valid fields. */
export interface Push extends MerchantClaim {
  readonly transactionType: (typeof transactionTypes)[number]
  /** Whole shillings. */
  readonly amount: number
  readonly partyB: string
  /** The SIM that is prompted, `2547…` or `2541…`. */
  readonly phoneNumber: string
  readonly callbackUrl: string
  readonly accountReference: string
  readonly transactionDesc: string
}

const isShortcode = (text: string): boolean => /^\d{5,7}$/.test(text)
const isMsisdn = (text: string): boolean => /^254[17]\d{8}$/.test(text)
const isAmount = (text: string): boolean => /^\d{1,9}$/.test(text) && Number(text) >= 1

/** Reads the fields in the documented order and refuses the first invalid one by name. */
export function readPush(fields: Fields, allowHttpLoopback: boolean): Push {
  const read = (field: string, isRight: (text: string) => boolean, calledBy = field): string => {
    const text = textOf(fields[field])
    if (!isRight(text)) throw invalidField(calledBy)
    return text
  }
  const isGiven = (text: string): boolean => text !== ''
  const shortcode = read('BusinessShortCode', isShortcode)
  const password = read('Password', isGiven)
  const timestamp = read('Timestamp', isTimestamp)
  const typeText = read('TransactionType', (text) => transactionTypes.some((type) => type === text))
  const transactionType = transactionTypes.find((type) => type === typeText) ?? 'CustomerPayBillOnline'
  const amount = Number(read('Amount', isAmount))
  // Both are the payer's number; an invalid one has only been seen refused under this name.
  read('PartyA', isMsisdn, 'PhoneNumber')
  return {
    shortcode,
    password,
    timestamp,
    transactionType,
    amount,
    partyB: read('PartyB', isShortcode),
    phoneNumber: read('PhoneNumber', isMsisdn),
    callbackUrl: read('CallBackURL', (text) => isCallableUrl(text, allowHttpLoopback)),
    // A till has no account, so a reference is neither required nor shown.
    accountReference: read(
      'AccountReference',
      (text) => transactionType === 'CustomerBuyGoodsOnline' || isGiven(text),
    ),
    // Documented as optional, but if it is missing, Safaricom's answer names another field.
    transactionDesc: read('TransactionDesc', isGiven, 'Remarks'),
  }
}
