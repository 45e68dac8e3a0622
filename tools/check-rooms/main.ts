import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { findFaults } from './find-faults.ts'
import type { Packages } from './resolve-target.ts'
import type { SourceFile } from './source-file.ts'

const root = join(import.meta.dirname, '../..')
const notOurs = new Set(['node_modules', 'build', 'dist', '.react-router', '.git', '.data', 'public'])
const isSource = /\.(?:ts|tsx|mts|mjs|js|css|sql)$/

const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  workspaces: string[]
}
const files = workspaces.flatMap((name) => listSources(join(root, name)))
const faults = findFaults(files.map(readSource), Object.fromEntries(workspaces.map(describePackage)))

process.stdout.write(
  faults.length > 0 ? `${faults.join('\n')}\n` : `${files.length} files, all imports and names are allowed\n`,
)
process.exitCode = faults.length > 0 ? 1 : 0

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listSources(join(folder, entry.name))
    return isSource.test(entry.name) ? [join(folder, entry.name)] : []
  })
}

function readSource(path: string): SourceFile {
  return { path: relative(root, path), text: readFileSync(path, 'utf8') }
}

/** The package's name, and the folder that it exports with `"./*": "./src/*.ts"`. */
function describePackage(folder: string): [string, string] {
  const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
    name: string
    exports: Partial<Packages>
  }
  return [name, join(folder, (exports['./*'] ?? './*.ts').replace('*.ts', ''))]
}
