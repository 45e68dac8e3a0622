import { join } from 'node:path'
import process from 'node:process'
import { runCommand } from '../run-command.ts'

/** Runs one of our programs to its end. @throws with its output if it fails */
export async function runPreparation(root: string, entry: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await runCommand(process.execPath, [join(root, entry)], {
    cwd: root,
    env: { ...process.env, ...env },
    limitMilliseconds: 300_000,
  })
  if (code !== 0) throw new Error(`${entry} failed\n${output.trim()}`)
}
