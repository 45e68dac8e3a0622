const here = 'http://here.invalid'

/** Returns a path of this site, never of another: the parsed result is checked, not the text. */
export function safePath(path: string | null, otherwise: string): string {
  if (!path?.startsWith('/') || !URL.canParse(path, here)) return otherwise
  const url = new URL(path, here)
  const result = url.pathname + url.search
  return url.origin === here && isOwnPath(result) ? result : otherwise
}

/** `/.//evil.example` begins with one slash but resolves to two, and browsers read `//` as another host. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && URL.canParse(path, here) && new URL(path, here).origin === here
}
