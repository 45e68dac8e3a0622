// Safaricom refuses these in a URL that it should call, in any case.
const bannedWords = /m-?pesa|safaricom|exe|cmd|sql|query/i
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/**
 * Whether Daraja would take this as a URL to call back: https, one lower-case ASCII host, none of the banned
 * words, no space or placeholder. `allowHttpLoopback` lets a machine call itself, which Safaricom cannot.
 */
export function isCallableUrl(text: string, allowHttpLoopback: boolean): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || /[<>"{}|\\^`]/.test(text) || bannedWords.test(text)) return false
  const url = parseUrl(text)
  // URL lower-cases the host, so the letters are looked at as they were sent.
  const host = /^https?:\/\/([^/?#]*)/.exec(text)?.[1] ?? ''
  if (!url || host === '' || host !== host.toLowerCase() || host.includes('@')) return false
  if (loopback.test(url.hostname)) return allowHttpLoopback
  return url.protocol === 'https:'
}
