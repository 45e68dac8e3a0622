import type { Route } from '../call/route.ts'

/** Finds what a path can be asked with, for who asks with something else. */
export function makeAllowedMethods(routes: readonly Route[], prefix: string) {
  const patterns = routes.map(({ endpoint: { method, path } }) => ({
    method,
    pattern: new RegExp(`^${prefix}${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  }))
  return (url: string): string[] => {
    const [path = ''] = url.split('?', 1)
    const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
    const hasHead = methods.includes('GET') ? ['HEAD'] : []
    return [...new Set([...methods, ...hasHead])]
  }
}
