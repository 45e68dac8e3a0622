import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { Database } from '@event-sphere/kit/database/database'
import { everything } from '../../call/scope.ts'
import { aCustomer } from '../buyers.ts'
import { openOwnDatabase } from '../open-own-database.ts'
import type { TestApi } from '../start-api.ts'
import { makeBelongings } from './belongings.ts'
import { gatherCallers, nobody } from './callers.ts'
import { type Cell, cellsOf, isListed, nameOf, type World } from './cells.ts'
import { examples } from './examples.ts'
import { judgeCell, type Told, tellsTooMuch } from './judge-cell.ts'
import type { Caller } from './reaches.ts'
import { type FindOwner, readOwners, readRows } from './rows.ts'

const atOnce = 12

export interface Walked {
  cells: number
  /** What is wrong, in words. */
  faults: string[]
  /** Rows that came, went or changed while everybody looked and was refused. */
  changedRows: string[]
}

/** Asks every call as every caller with whatever it can name: first what must change nothing, then what may. */
export async function walkMatrix(api: TestApi, endpoints: readonly Endpoint[]): Promise<Walked> {
  const database = openOwnDatabase(api.databaseUrl, everything)
  const world = await makeWorld(api, database)
  const rows = await Promise.all(
    [nobody, ...world.belongings.keys(), ...strangers].flatMap((caller) =>
      endpoints.map((endpoint) => cellsOf(world, endpoint, caller)),
    ),
  )
  const before = await readRows(database)
  const looked = await judgeAll(
    api,
    world,
    rows.flatMap(({ looking }) => looking),
  )
  const after = await readRows(database)
  const changed = await Promise.all(
    [
      ...Map.groupBy(
        rows.flatMap(({ changing }) => changing),
        ({ caller }) => caller,
      ).values(),
    ].map((cells) => judgeAll(api, world, cells, 1)),
  )
  const told = [...looked, ...changed.flat()]
  const findNew = await readOwners(database)
  // Some are gone by now.
  const findOwner: FindOwner = (named) => world.findOwner(named) ?? findNew(named)
  return {
    cells: told.length,
    faults: told.flatMap((one) => [...one.faults, ...tellsTooMuch(one, findOwner)]),
    changedRows: [...before.symmetricDifference(after)],
  }
}

/** Whoever shows something that lets nobody in, public or not. */
const strangers: Caller[] = [
  ['a forged token', 'eyJhbGciOiJub25lIn0.e30.'],
  ['an unknown key', 'es_test_nobody'],
].map(([name = '', as]) => ({ name, as, kinds: [], organizationId: null, userId: null }))

async function makeWorld(api: TestApi, database: Database): Promise<World> {
  const callers = await gatherCallers(api)
  const belongings = new Map<Caller, Awaited<ReturnType<typeof makeBelongings>>>()
  for (const caller of callers)
    belongings.set(caller, await makeBelongings(api, caller, phoneOf(callers.indexOf(caller), 1)))
  let nth = 0
  return {
    belongings,
    findOwner: await readOwners(database),
    exampleOf: async (endpoint, caller) => {
      nth += 1
      const phone = phoneOf(
        callers.findIndex(({ name }) => name === caller.name),
        2,
      )
      const refreshToken = async () =>
        isListed(endpoint, caller) ? (await aCustomer(api)).refreshToken : 'none'
      return (await examples[nameOf(endpoint)]?.({ caller, nth, phone, refreshToken })) ?? {}
    },
  }
}

const phoneOf = (at: number, which: number) => `+25471${String(at + 1).padStart(2, '0')}0000${which}`

async function judgeAll(api: TestApi, world: World, cells: readonly Cell[], width = atOnce) {
  const told: (Told & { faults: string[] })[] = []
  const queue = cells.values()
  const work = async () => {
    for (const cell of queue) told.push(await judgeCell(api, world, cell))
  }
  await Promise.all(Array.from({ length: width }, work))
  return told
}
