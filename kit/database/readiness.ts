import { setTimeout as pause } from 'node:timers/promises'
import { type Reader, sql } from './database.ts'

/** Health checks wait two seconds at most, so the answer is known a little earlier. */
export const readyWithinMilliseconds = 1500

/** Whether the database answers in time. Concurrent checks share one query. */
export function makeReadiness(reader: Reader): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined
  return () => {
    asked ??= sql`select 1`
      .execute(reader)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        asked = undefined
      })
    return Promise.race([asked, pause(readyWithinMilliseconds, false, { ref: false })])
  }
}
