import { basename } from 'node:path'
import { isTest } from './is-test.ts'
import { nouns, verbs } from './rooms.ts'
import type { SourceFile } from './source-file.ts'

const rooms = /^ticketing-api\/src\/(?:[a-z-]+\/)+[a-z0-9-]+\.ts$/
const isCast = (path: string) => /\/(?:cast|model)\/|\/cast\.ts$/.test(path)
const exported =
  /^export (?:async )?function\*? (\w+)|^export const (\w+)(?:: [^=\n]+)? = (?:async )?(?:<[^>\n]*>)?\(|^export \{ (\w+) \} from/gm

const isVerb = (name: string) =>
  name.includes('-') &&
  !name.endsWith('-store') &&
  !nouns.includes(name) &&
  verbs.has(name.split('-')[0] ?? '')

/**
 * A file named after a verb exports the function of that name and no other, so that an act can be found by its name.
 */
export function findVerbFaults({ path, text }: SourceFile): string[] {
  const name = basename(path, '.ts')
  if (!rooms.test(path) || isTest(path) || isCast(path) || !isVerb(name)) return []
  const functions = [...text.matchAll(exported)].flatMap(([, ...found]) => found.find(Boolean) ?? [])
  const verb = name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  if (functions.length === 0 || (functions.length === 1 && functions[0] === verb)) return []
  if (!functions.includes(verb))
    return [`${path}: a file named after a verb exports it; ${verb} is not exported here`]
  const others = functions.filter((one) => one !== verb).join(', ')
  return [
    `${path}: a verb has its own file; move ${others} into a separate file, or into the room's rules or view`,
  ]
}
