import { isTest } from './is-test.ts'
import { readImports } from './read-imports.ts'
import { type Packages, resolveTarget } from './resolve-target.ts'
import type { SourceFile } from './source-file.ts'

/** Finds import cycles, including types: each cycle once, reported at its first file. */
export function findCircles(files: readonly SourceFile[], packages: Packages): string[] {
  const graph = drawGraph(files, packages)
  const state = new Map<string, 'open' | 'done'>()
  const faults: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      const circle = [...way.slice(way.indexOf(path)), path]
      faults.push(`${path} imports itself: ${circle.join(' → ')}. Move what both need into a separate file`)
      return
    }
    state.set(path, 'open')
    for (const target of graph.get(path) ?? []) walk(target, [...way, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) walk(path, [])
  return faults
}

function drawGraph(files: readonly SourceFile[], packages: Packages): Map<string, string[]> {
  const own = files.filter(({ path }) => !isTest(path))
  const known = new Set(own.map(({ path }) => path))
  return new Map(
    own.map(({ path, text }) => [
      path,
      readImports(text)
        .map(({ target }) => resolveTarget(path, target, packages))
        .filter((target) => target !== undefined)
        .filter((target) => known.has(target)),
    ]),
  )
}
