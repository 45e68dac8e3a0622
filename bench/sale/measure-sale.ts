import { countTickets } from '../scene/count-tickets.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { load, type Measured } from './load.ts'

const buyers = [1, 8, 32, 64, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

/** Free registrations end to end over HTTP on one API process, against an endpoint of the same server that only parses. */
export async function measureSale() {
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
    print(rows)
    console.log(`tickets issued ${issued}, answers given ${answered}`)
    return { rows: rows.map(summary), issued, answered }
  } finally {
    await scene.close()
  }
}

interface Row {
  buyers: number
  bare: Measured
  sale: Measured
  /** Sales of the short run. */
  probed: number
  ratio: number
}

/** A short run tells how many answers fit into the seconds of the long one. */
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

function print(rows: readonly Row[]): void {
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
