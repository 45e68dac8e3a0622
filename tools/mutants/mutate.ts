import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutants.ts'

/**
 * Removes the safeguard from the file.
 * @returns a function that restores it
 * @throws if the text to change does not occur exactly once
 */
export function mutate(root: string, { file, from, to }: Mutant): () => void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const places = text.split(from).length - 1
  if (places !== 1)
    throw new Error(`${file} has ${places} occurrences of the text that a mutant changes: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  return () => writeFileSync(path, text)
}
