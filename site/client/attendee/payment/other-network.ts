/**
 * Prefixes assigned by the Communications Authority to Airtel, Telkom, Equitel and Faiba: 010x, 073x, 0747, 0750–0756,
 * 0762–0766, 077x, 078x.
 */
const others = /^0?(10\d|73\d|747|75[0-6]|76[2-6]|77\d|78\d)/

/**
 * The number was issued by another network, and M-Pesa works for Safaricom numbers only. It may have been ported since,
 * so the form asks and does not refuse.
 */
export function isOtherNetwork(typed: string): boolean {
  const digits = typed.replace(/\D/g, '').replace(/^(00)?254/, '0')
  return digits.length >= 9 && others.test(digits)
}
