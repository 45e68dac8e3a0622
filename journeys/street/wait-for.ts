import { setTimeout as pause } from 'node:timers/promises'

/**
 * Polls until there is an answer.
 * @throws if there is none in time, naming what was awaited
 */
export async function waitFor<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  seconds = 30,
): Promise<Answer> {
  const deadline = performance.now() + seconds * 1000
  while (performance.now() < deadline) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await pause(100)
  }
  throw new Error(`waited ${seconds} seconds for ${what}`)
}
