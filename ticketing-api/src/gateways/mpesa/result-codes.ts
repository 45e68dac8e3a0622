/** What a result code says of a prompt's money. */
export type ResultKind = 'success' | 'failure' | 'in_flight'

/**
 * The codes after which a prompt is over without money: limits, no funds, cancelled, unreachable, wrong PIN,
 * a misconfigured shortcode, a locked PIN.
 */
const failures: ReadonlySet<string> = new Set([
  '1',
  '2',
  '3',
  '4',
  '8',
  '17',
  '1019',
  '1025',
  '1032',
  '1037',
  '2001',
  '2028',
  'SFC_IC0003',
  '8006',
])

/**
 * Reads a ResultCode of a callback or a query, as text: `0` is paid, the failures are a closed list, and
 * everything else (4999 "still under processing", a busy system, a code that nobody has told us of) is in
 * flight: nobody is told that they failed to pay while their money may be on its way.
 * Source: Safaricom, Daraja portal, "M-Pesa Express", response parameters and result codes.
 */
export function kindOfResult(code: string): ResultKind {
  if (code === '0') return 'success'
  return failures.has(code) ? 'failure' : 'in_flight'
}
