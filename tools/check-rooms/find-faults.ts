import { findCircles } from './find-circles.ts'
import { findScopeFaults } from './find-scope-faults.ts'
import { findStoreFaults } from './find-store-faults.ts'
import { findVerbFaults } from './find-verb-faults.ts'
import { isTest } from './is-test.ts'
import { findLineFault } from './line-of-rooms.ts'
import { type Import, readImports } from './read-imports.ts'
import { type Packages, packageOf, resolveTarget } from './resolve-target.ts'
import { allowedNames, forbiddenWords, type Room, rooms } from './rooms.ts'
import type { SourceFile } from './source-file.ts'

const scripts = /\.(?:ts|tsx|mts|mjs|js|css|sql)$/

/** Every line that breaks a rule of the house, with what to do instead. */
export function findFaults(files: SourceFile[], packages: Packages): string[] {
  const own = files.filter((file) => scripts.test(file.path))
  const faults = own.flatMap((file) => [
    ...findNameFaults(file.path),
    ...findTextFaults(file),
    ...findStoreFaults(file),
    ...findScopeFaults(file),
    ...findVerbFaults(file),
    ...readImports(file.text).flatMap((found) => findImportFaults(file.path, found, packages)),
  ])
  return [...faults, ...findCircles(own, packages)]
}

function findImportFaults(path: string, found: Import, packages: Packages): string[] {
  const from = findRoom(path)
  if (!from) return []
  const where = `${path}:${found.line} imports ${found.target}`
  const target = resolveTarget(path, found.target, packages)
  if (target === undefined) return isTest(path) ? [] : findPackageFault(from, where, found.target)
  const to = findRoom(target)
  if (to && !from.files?.includes(target) && !mayImport(from, to, { ...found, isInTest: isTest(path) })) {
    return [`${where}: ${from.because}. ${describeRights(from)}`]
  }
  const fault = findLineFault(path, target)
  return fault ? [`${where}: ${fault}`] : []
}

function mayImport(
  from: Room,
  to: Room,
  { isTypeOnly, isInTest }: { isTypeOnly: boolean; isInTest: boolean },
) {
  if (from.folder === to.folder || from.imports.includes(to.folder)) return true
  if (isTypeOnly && from.types?.includes(to.folder)) return true
  return isInTest && (from.testsImport?.includes(to.folder) ?? false)
}

function describeRights({ folder, imports, files, types, testsImport }: Room): string {
  const rights = [
    imports.length > 0 ? imports.join(', ') : 'nothing else of ours',
    ...(files ?? []),
    ...(types ?? []).map((room) => `types of ${room}`),
    ...(testsImport ?? []).map((room) => `${room} in its tests`),
  ]
  return `${folder} may import: ${rights.join('; ')}`
}

function findPackageFault(from: Room, where: string, target: string): string[] {
  if (!from.packages || from.packages.includes(packageOf(target))) return []
  return [`${where}: ${from.because}`]
}

function findRoom(path: string): Room | undefined {
  return rooms
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0]
}

function findNameFaults(path: string): string[] {
  const rest = path.slice((allowedNames.find((name) => path.startsWith(`${name}/`)) ?? '').length)
  const words = rest.split('/').flatMap((part) => part.replace(/\..*$/, '').split('-'))
  const forbidden = words.find((word) => forbiddenWords.includes(word))
  const faults = forbidden
    ? [
        `${path}: "${forbidden}" is not a specific name, so the file will grow without end; find the noun, or the verb that it contains`,
      ]
    : []
  const isKebab = path.split('/').every((part) => /^\.?[a-z0-9.-]+$/.test(part))
  return isKebab ? faults : [...faults, `${path}: files and folders are kebab-case, React components too`]
}

function findTextFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = []
  if (/\bprocess\.env\s*[.[]|\}\s*=\s*process\.env\b/.test(text) && !mayReadEnvironment(path)) {
    faults.push(`${path}: process.env is read only in config.ts, all at once; take the value as an argument`)
  }
  if (/^export default\b/m.test(text) && !mustExportDefault(path)) {
    faults.push(
      `${path}: exports are named, so that a thing has the same name everywhere; remove the default`,
    )
  }
  return faults
}

function mayReadEnvironment(path: string): boolean {
  return isTest(path) || /^(?:tools|bench|journeys|kit)\//.test(path) || /(?:^|[/.])config\.ts$/.test(path)
}

/** Vite, Vitest and React Router look for a default export in these. */
function mustExportDefault(path: string): boolean {
  return (
    /\.config\.ts$/.test(path) || /^site\/client\/.*\.tsx?$/.test(path) || /^tools\/test\/setup\//.test(path)
  )
}
