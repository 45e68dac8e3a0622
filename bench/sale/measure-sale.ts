import { countTickets } from '../scene/count-tickets.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { load, type Measured } from './load.ts'

const buyers = [1, 8, 32, 64, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 4)

/** Free registrations end to end over HTTP on one API process, against an endpoint of the same server that only parses. */
export async function measureSale() {
  const scene = await openScene()
  try {
    await load(scene, { path: '/bench/bare', buyers: 64, seconds: 2 })
    const warm = await load(scene, { path: '/purchases', buyers: 64, seconds: 3 })
    const rows = []
    let answered = warm.answered
    for (const count of buyers) {
      const row = await compare(scene, count)
      answered += row.sale.answered
      rows.push(row)
    }
    // A request that was cut off at the end of a run may have its ticket without its answer; no answer is without its ticket.
    const issued = await countTickets(scene.databaseUrl)
    print(rows)
    console.log(
      `tickets issued ${issued}, answers given ${answered}, cut off at the end of a run ${issued - answered}`,
    )
    return { rows: rows.map(summary), issued, answered }
  } finally {
    await scene.close()
  }
}

interface Row {
  buyers: number
  bare: Measured
  sale: Measured
  ratio: number
}

async function compare(scene: Scene, count: number): Promise<Row> {
  const bare = await load(scene, { path: '/bench/bare', buyers: count, seconds })
  const sale = await load(scene, { path: '/purchases', buyers: count, seconds })
  return { buyers: count, bare, sale, ratio: sale.perSecond / bare.perSecond }
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
