// Safaricom refuses these in callback URLs, in any case.
const bannedWords = /m-?pesa|safaricom|exe|cmd|sql|query/i
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}

/**
 * Whether Daraja would accept this callback URL: https, one lower-case ASCII host, no banned word, space or
 * placeholder. `allowHttpLoopback` also allows http on loopback, which Safaricom cannot reach.
 */
export function isCallableUrl(text: string, allowHttpLoopback: boolean): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || /[<>"{}|\\^`]/.test(text) || bannedWords.test(text)) return false
  const url = parseUrl(text)
  // `URL` lower-cases the host, so the original text is checked.
  const host = /^https?:\/\/([^/?#]*)/.exec(text)?.[1] ?? ''
  if (!url || host === '' || host !== host.toLowerCase() || host.includes('@')) return false
  if (loopback.test(url.hostname)) return allowHttpLoopback
  return url.protocol === 'https:'
}
