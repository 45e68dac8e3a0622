import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { takeTurn } from './take-turn.ts'

const askEveryMilliseconds = 100

/** Runs an act while no other runs under the same file, in this process or another; a turn ends with its process. */
export async function inTurn<Result>(file: string, act: () => Promise<Result>): Promise<Result> {
  while (!takeTurn(file)) await pause(askEveryMilliseconds)
  try {
    return await act()
  } finally {
    rmSync(file, { force: true })
  }
}
