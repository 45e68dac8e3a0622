import { isTest } from './is-test.ts'
import { foreignWrites, tables } from './rooms.ts'
import type { SourceFile } from './source-file.ts'

const folder = 'ticketing-api/src/'
/** Tests, and programs outside the rooms. */
const isSpoken = (path: string) =>
  path.startsWith(folder) && !path.startsWith(`${folder}model/`) && !isTest(path)

/** Finds SQL outside a store, and writes to tables that another room owns. */
export function findStoreFaults({ path, text }: SourceFile): string[] {
  const room = path.slice(folder.length).split('/')[0] ?? ''
  if (!isSpoken(path) || !path.slice(folder.length).includes('/')) return []
  const faults: string[] = []
  if (/\bsql(?:<[^`]*>)?`/.test(text) && !isStore(path))
    faults.push(`${path}: SQL belongs in the room's store.ts, where people look for it; call it from here`)
  for (const table of writtenBy(text)) {
    const owner = ownerOf(table)
    if (!owner) faults.push(`${path} writes ${table}, which no room owns: name its owner in rooms.ts`)
    else if (owner !== room && !foreignWrites[room]?.includes(table))
      faults.push(`${path} writes ${table}, which is ${owner}'s: call one of its verbs instead`)
  }
  return faults
}

/** `store.ts`, or one of several stores in a room: `email-link-store.ts`. */
export const isStore = (path: string) => /(?:\/|-)store\.ts$/.test(path)

function writtenBy(text: string): Set<string> {
  const statements = [...text.matchAll(/`[^`]*`/g)].map(([statement]) => statement)
  const written = statements.flatMap((statement) => [
    ...statement.matchAll(/\b(?:insert into|delete from|(?<!for |do )update)\s+([a-z_]+)\b/g),
  ])
  const deleted = [...text.matchAll(/\btable: '([a-z_]+)'/g)]
  return new Set([...written, ...deleted].map(([, table = '']) => table))
}

function ownerOf(table: string): string | undefined {
  return Object.entries(tables).find(([, own]) => own.includes(table))?.[0]
}
