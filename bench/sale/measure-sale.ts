import { countTickets } from '../scene/count-tickets.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { load, type Measured } from './load.ts'

const buyers = [1, 8, 32, 64, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

/**
 * Compares free registrations end to end over HTTP on one API process with an endpoint of the same server that only
 * parses. The lowest ratio of several runs counts: other load on the machine slows the bare endpoint more than the
 * sale.
 */
export async function measureSale({ runs }: { runs: number }) {
  const measured: Run[] = []
  for (let run = 0; run < runs; run += 1) measured.push(await runOnce())
  if (runs > 1) print(lowest(measured), `the lowest of ${runs} runs`)
  const [last] = measured.slice(-1)
  return { rows: lowest(measured).map(summary), runs, issued: last?.issued, answered: last?.answered }
}

type Run = Awaited<ReturnType<typeof runOnce>>

async function runOnce() {
  const scene = await openScene()
  try {
    const warm = await load(scene, { path: '/purchases', buyers: 64, answers: 5000 })
    const rows: Row[] = []
    let answered = warm.answered
    for (const count of buyers) {
      const row = await compare(scene, count)
      answered += row.sale.answered + row.probed
      rows.push(row)
    }
    const issued = await countTickets(scene.databaseUrl)
    print(rows, `tickets issued ${issued}, answers given ${answered}`)
    return { rows, issued, answered }
  } finally {
    await scene.close()
  }
}

const lowest = (measured: readonly Run[]): Row[] =>
  buyers.flatMap((count) => {
    const rows = measured.flatMap((run) => run.rows.filter((row) => row.buyers === count))
    return rows.sort((left, right) => left.ratio - right.ratio).slice(0, 1)
  })

interface Row {
  buyers: number
  bare: Measured
  sale: Measured
  /** Sales in the short run. */
  probed: number
  ratio: number
}

/** A short run determines how many answers fit into the time of the long one. */
async function compare(scene: Scene, count: number): Promise<Row> {
  const run = async (path: string) => {
    const probe = await load(scene, { path, buyers: count, answers: 500 })
    const answers = Math.max(count, Math.round(probe.perSecond * seconds))
    return { probe, measured: await load(scene, { path, buyers: count, answers }) }
  }
  const { measured: bare } = await run('/bench/bare')
  const { measured: sale, probe } = await run('/purchases')
  return { buyers: count, bare, sale, probed: probe.answered, ratio: sale.perSecond / bare.perSecond }
}

function print(rows: readonly Row[], says: string): void {
  console.table(
    rows.map(({ buyers: count, bare, sale, ratio }) => ({
      buyers: count,
      'bare/s': Math.round(bare.perSecond),
      'sales/s': Math.round(sale.perSecond),
      ratio: ratio.toFixed(3),
      'p50 ms': sale.p50,
      'p99 ms': sale.p99,
      refused: sale.refused,
    })),
  )
  console.log(says)
}

const summary = ({ buyers: count, bare, sale, ratio }: Row) => ({
  buyers: count,
  barePerSecond: Math.round(bare.perSecond),
  salesPerSecond: Math.round(sale.perSecond),
  ratio: Number(ratio.toFixed(3)),
  p50: sale.p50,
  p99: sale.p99,
  refused: sale.refused,
})
