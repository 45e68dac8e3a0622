import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutants.ts'

/**
 * Takes the wall down in the file.
 * @returns puts it up again
 * @throws where the file does not say what the mutant changes, once
 */
export function mutate(root: string, { file, from, to }: Mutant): () => void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const places = text.split(from).length - 1
  if (places !== 1) throw new Error(`${file} says ${places} times what a mutant changes: ${from}`)
  writeFileSync(
    path,
    text.replace(from, () => to),
  )
  return () => writeFileSync(path, text)
}
