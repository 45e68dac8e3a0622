import type { Play } from './play.ts'

/** `seed,path,steps`, as a failure prints it. */
export function readReplay(text: string): Play {
  const [seed, path = '0', replayPath = ''] = text.split(',')
  return { runs: 1, seed: Number(seed), path, replayPath }
}
