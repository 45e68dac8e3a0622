const here = 'http://here.invalid'

/** A path of this site, never of another: judged by what it becomes, not by how it was written. */
export function safePath(path: string | null, otherwise: string): string {
  if (!path?.startsWith('/') || !URL.canParse(path, here)) return otherwise
  const url = new URL(path, here)
  const result = url.pathname + url.search
  return url.origin === here && isOwnPath(result) ? result : otherwise
}

/** `/.//evil.example` begins with one slash and ends up with two: a browser reads `//` as another host. */
function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && URL.canParse(path, here) && new URL(path, here).origin === here
}
