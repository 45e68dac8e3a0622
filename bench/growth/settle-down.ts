import { load } from '../sale/load.ts'
import type { Scene } from '../scene/open-scene.ts'
import { withClient } from './open-grown-scene.ts'

const mostRounds = 20
const leastRounds = 3
/** So many a sale, and a run no longer feels them. */
const fewPages = 0.02

/**
 * Sells in turn in both until the pages that the full one's sales touch are in memory, and have been logged whole since the
 * last checkpoint (PostgreSQL logs a page whole at its first change after one): from then on a run is as the next one.
 * A server comes to this half a minute after a checkpoint, of which there is one in fifteen minutes. Returns the second pair,
 * which feels all of it; the first compiles the code as well.
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
    `the full event still logs or reads a page for every ${1 / fewPages} sales after ${mostRounds} rounds`,
  )
}

/** Pages that were read from outside PostgreSQL's memory, and pages that were logged whole. */
const pagesOf = ({ databaseUrl }: Scene): Promise<number> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pages: number }>(
      `select (select wal_fpi from pg_stat_wal)::float8
         + (select sum(reads) from pg_stat_io where object = 'relation' and context = 'normal')::float8 as pages`,
    )
    return rows[0]?.pages ?? 0
  })
