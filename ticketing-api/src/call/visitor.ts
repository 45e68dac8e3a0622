import { isIPv6 } from 'node:net'

/** Where a call comes from, as far as our own proxies vouch for it. */
export interface Visitor {
  /** Many people share one: a Kenyan operator puts thousands behind an address. */
  network: string
  /** Of a browser that keeps our site's cookie. */
  browser: string | null
}

/** An address as its owner has it: one of IPv4, the first half of one of IPv6 (RFC 6177 gives a site at least that). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%', 1).join('').toLowerCase().split('::')
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const zeros = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0)
  const groups = [...(front ?? []), ...Array<string>(Math.max(0, zeros)).fill('0'), ...(back ?? [])]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
