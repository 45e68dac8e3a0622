import { dirname, join } from 'node:path/posix'

/** Where each package of ours keeps what its `exports` offer: `@event-sphere/kit` → `kit`. */
export type Packages = Record<string, string>

/** The file of ours that an import means, or undefined if it is none of ours. */
export function resolveTarget(path: string, target: string, packages: Packages): string | undefined {
  if (target.startsWith('.')) return join(dirname(path), target)
  const folder = packages[packageOf(target)]
  return folder === undefined ? undefined : `${join(folder, target.slice(packageOf(target).length))}.ts`
}

export function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/')
}
