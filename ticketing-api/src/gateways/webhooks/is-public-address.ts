import ipaddr from 'ipaddr.js'

/** What IANA has given out for the open network; in IPv6 nothing else is. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address is one of the open network: not a loopback, private, link-local, shared (CGNAT), multicast,
 * documentation or reserved one, and none that carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(globalUnicast)
}
