import { isIP } from 'node:net'
import type { Faults } from '../../locales/faults.ts'
import { isPublicAddress } from './is-public-address.ts'

/** What is wrong with an address before anybody resolves its name. */
export function faultOfUrl(
  text: string,
  trustedUrls: readonly string[],
): Extract<keyof Faults, `url_${string}`> | undefined {
  if (!URL.canParse(text)) return 'url_form'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'url_credentials'
  if (trustedUrls.includes(url.href)) return undefined
  if (url.protocol !== 'https:') return 'url_not_https'
  if (!['', '443', '8443'].includes(url.port)) return 'url_port'
  return isInside(hostOf(url)) ? 'url_inside' : undefined
}

/** The host as a resolver takes it: an IPv6 address without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** Names that no public resolver answers for. */
const insideNames =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|test|invalid|onion|arpa)\.?$/

function isInside(host: string): boolean {
  if (isIP(host) !== 0) return !isPublicAddress(host)
  return insideNames.test(host) || !host.replace(/\.$/, '').includes('.')
}
