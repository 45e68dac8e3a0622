import { load } from '../sale/load.ts'
import type { Scene } from '../scene/open-scene.ts'
import { withClient } from './open-grown-scene.ts'

const mostRounds = 20
const leastRounds = 3
/** Below this number of pages per sale, the effect on a run is negligible. */
const fewPages = 0.02

/**
 * Sells in both events in turn until the pages that sales in the full one touch are in memory and have been logged in
 * full since the last checkpoint (PostgreSQL logs a full page at its first change after one): from then on, runs are
 * comparable. A server reaches this state half a minute after a checkpoint, and there is one every fifteen minutes.
 * Returns the second pair, which includes the whole effect; the first also includes compiling the code.
 */
export async function settleDown(empty: Scene, full: Scene, seconds: number, buyers: number) {
  let second = { empty: 0, full: 0 }
  for (let round = 1; round <= mostRounds; round += 1) {
    const before = await pagesOf(full)
    const sold = await load(full, { path: '/purchases', buyers, seconds })
    const pages = ((await pagesOf(full)) - before) / sold.answered
    const pair = {
      full: sold.perSecond,
      empty: (await load(empty, { path: '/purchases', buyers, seconds })).perSecond,
    }
    if (round === 2) second = pair
    if (round >= leastRounds && pages < fewPages) return second
  }
  throw new Error(
    `the full event still logs or reads more than one page per ${1 / fewPages} sales after ${mostRounds} rounds`,
  )
}

/** Pages read from outside PostgreSQL's memory plus pages logged in full. */
const pagesOf = ({ databaseUrl }: Scene): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pages: number }>(
      `select (select wal_fpi from pg_stat_wal)::float8
         + (select sum(reads) from pg_stat_io where object = 'relation' and context = 'normal')::float8 as pages`,
    )
    return rows[0]?.pages ?? 0
  })
