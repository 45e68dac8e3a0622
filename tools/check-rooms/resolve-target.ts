import { dirname, join } from 'node:path/posix'

/** The folder of each of our packages' exports: `@event-sphere/kit` → `kit`. */
export type Packages = Record<string, string>

/** The file of ours that an import refers to; undefined if it is not ours. */
export function resolveTarget(path: string, target: string, packages: Packages): string | undefined {
  if (target.startsWith('.')) return join(dirname(path), target)
  const folder = packages[packageOf(target)]
  return folder === undefined ? undefined : `${join(folder, target.slice(packageOf(target).length))}.ts`
}

export function packageOf(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/')
}
