import { load } from '../sale/load.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { startProcess } from '../scene/processes.ts'
import { holder } from './fill-event.ts'
import { type GrownScene, listBroken, openGrownScene } from './open-grown-scene.ts'
import { settleDown } from './settle-down.ts'

const buyers = 64
const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const rounds = 5
const tickets = Number(process.env.BENCH_TICKETS ?? 1_000_000)
const crowd = { tickets, ownedByOne: tickets / 10 }
const backlog = { endedHolds: 20_000, lostCallbacks: 6_000, oldReplies: 100_000 }

interface Pair {
  empty: number
  full: number
}

/** Compares sales per second of an event that has sold a million tickets with those of an empty one, in turn. */
export async function measureGrowth() {
  const full = await openGrownScene(crowd, backlog)
  const empty = await openScene().catch((fault) => full.close().then(() => Promise.reject(fault)))
  try {
    console.log(`${crowd.tickets} tickets, ${crowd.ownedByOne} of them of one address`)
    const rows = await compareInTurn(empty, full)
    const broken = await listBroken(full.databaseUrl)
    console.table(rows)
    console.log(broken.length === 0 ? 'every promise is kept' : broken.join('\n'))
    return { ...crowd, ...backlog, rows, broken }
  } finally {
    await empty.close()
    await full.close()
  }
}

/** Each run is compared with the empty event just before and after it, so that a slow minute affects both. */
async function compareInTurn(empty: Scene, full: GrownScene) {
  const sell = async (scene: Scene, buyerEmail?: string) =>
    (await load(scene, { path: '/purchases', buyers, seconds, ...(buyerEmail && { buyerEmail }) })).perSecond
  const kinds = {
    'new addresses': () => sell(full),
    'one address': () => sell(full, holder),
    'new addresses, while the sweeps run': () => besideSweeps(empty, full, () => sell(full)),
  }
  const cold = await settleDown(empty, full, seconds, buyers)
  const found = Object.keys(kinds).map((kind) => ({ kind, pairs: [] as Pair[] }))
  let last = await sell(empty)
  for (let round = 0; round < rounds; round += 1) {
    for (const { kind, pairs } of found) {
      const measured = await kinds[kind as keyof typeof kinds]()
      const next = await sell(empty)
      pairs.push({ empty: (last + next) / 2, full: measured })
      last = next
    }
  }
  const first = { kind: 'new addresses, right after a checkpoint', pairs: [cold] }
  return [first, ...found].map(({ kind, pairs }) => summary(kind, pairs))
}

/** A backlog builds up over a day: this measures how it is worked off, not how it arises. */
async function besideSweeps(empty: Scene, scene: GrownScene, sell: () => Promise<number>): Promise<number> {
  await scene.fillBacklog()
  await settleDown(empty, scene, seconds, buyers)
  const script = new URL('./sweep-process.ts', import.meta.url)
  const sweeps = await startProcess(script, { DATABASE_URL: scene.databaseUrl })
  try {
    return await sell()
  } finally {
    await sweeps.stop()
  }
}

function summary(kind: string, pairs: readonly Pair[]) {
  const ratios = pairs.map((pair) => pair.full / pair.empty).sort((left, right) => left - right)
  const middle = pairs.find((pair) => pair.full / pair.empty === ratios[Math.floor(ratios.length / 2)])
  return {
    kind,
    'empty/s': Math.round(middle?.empty ?? 0),
    'full/s': Math.round(middle?.full ?? 0),
    ratio: round(ratios[Math.floor(ratios.length / 2)]),
    lowest: round(ratios[0]),
    highest: round(ratios.at(-1)),
  }
}

const round = (ratio = 0) => Number(ratio.toFixed(3))
