import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { Thing } from './belongings.ts'
import type { Example } from './examples.ts'
import { idsIn } from './nouns.ts'
import { type Place, placesOf } from './places.ts'
import { type Caller, mayReach, type Owner } from './reaches.ts'
import type { FindOwner } from './rows.ts'

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

/** One question of a caller: which thing each place of the call names; places that are not here are left out. */
export interface Cell {
  endpoint: Endpoint
  caller: Caller
  named: ReadonlyMap<Place, string>
  expected: Expected
}

export type Expected =
  /** 401 for nobody, 403 for somebody. */
  | { kind: 'refused'; code: 'unauthenticated' | 'forbidden' }
  /** As if it did not exist; `twin` names what does not, unless that is for the caller to choose. */
  | { kind: 'hidden'; places: readonly Place[]; twin: ReadonlyMap<Place, string> | undefined }
  /** With more than the call needs it may contradict itself or what stands (409); the caller is let through all the same. */
  | { kind: 'done'; refusedWith: Example['refusedWith']; mayConflict: boolean }

export const isListed = ({ actor }: Endpoint, { kinds }: Caller): boolean =>
  actor.some((kind) => kinds.includes(kind))

export interface World {
  findOwner: FindOwner
  /** Of each caller; nobody asks with those of the first. */
  belongings: ReadonlyMap<Caller, readonly Thing[]>
  exampleOf(endpoint: Endpoint, caller: Caller): Promise<Example>
}

/** Calls that only look, and calls that change something: of these a caller makes each with what is its own. */
export interface Cells {
  looking: Cell[]
  changing: Cell[]
}

/** Every cell of a row: one call, one caller, whatever it can name. */
export async function cellsOf(world: World, endpoint: Endpoint, caller: Caller): Promise<Cells> {
  const example = await world.exampleOf(endpoint, caller)
  const places = placesOf(endpoint)
  const named = places.filter(({ field, isOptional }) => !isOptional || example.names?.includes(field))
  const mine = world.belongings.get(caller) ?? [...world.belongings.values()][0] ?? []
  const own = nameAll(named, mine)
  const row = { endpoint, caller }
  if (!isListed(endpoint, caller)) {
    const code = caller.kinds.some((kind) => kind !== 'public') ? 'forbidden' : 'unauthenticated'
    return { looking: [{ ...row, named: own, expected: { kind: 'refused', code } }], changing: [] }
  }
  const reaches = (place: Place, thing: Thing) =>
    mayReach(caller, endpoint.actor, place.noun, ownerOf(world, thing))
  const hidden = hiddenOf(world, { places, named, own }, reaches).map((each) => ({ ...row, ...each }))
  const optional = places.filter((place) => !named.includes(place))
  const mayBeDone = [mine, ...(endpoint.method === 'GET' ? world.belongings.values() : [])].filter((things) =>
    named.every((place) => reaches(place, pick(things, place))),
  )
  const done = oneOfEachKind(mayBeDone, (things) => kindOfAll(world, named, things)).flatMap((things) => {
    const base = nameAll(named, things)
    const more = optional.filter((place) => reaches(place, pick(things, place)))
    return [
      base,
      ...more.map((place) => new Map([...base, [place, valueAt(pick(things, place), place)]])),
    ].map((each): Cell => ({ ...row, named: each, expected: doneWith(example, each.size > named.length) }))
  })
  return endpoint.method === 'GET'
    ? { looking: [...hidden, ...done], changing: [] }
    : { looking: hidden, changing: done }
}

/** A device draws the ids of its scans. */
const chosenByCaller = ['scanId']

const doneWith = ({ refusedWith }: Example, mayConflict: boolean): Expected => ({
  kind: 'done',
  refusedWith,
  mayConflict,
})

type Reaches = (place: Place, thing: Thing) => boolean

function hiddenOf(
  world: World,
  { places, named, own }: { places: Place[]; named: Place[]; own: Map<Place, string> },
  reaches: Reaches,
): Pick<Cell, 'named' | 'expected'>[] {
  const all = [...world.belongings.values()]
  const one = places.flatMap((place) => {
    const beyond = all.flat().filter((thing) => thing.noun === place.noun && !reaches(place, thing))
    return oneOfEachKind(beyond, (thing) => kindOf(world, thing)).map((thing) =>
      hide(new Map([...own, [place, valueAt(thing, place)]]), [place]),
    )
  })
  if (named.length < 2) return one
  const beyondOf = (things: readonly Thing[]) => named.filter((place) => !reaches(place, pick(things, place)))
  const foreign = all.filter((things) => beyondOf(things).length > 0)
  const whole = oneOfEachKind(foreign, (things) => kindOfAll(world, named, things)).map((things) =>
    hide(nameAll(named, things), beyondOf(things)),
  )
  return [...one, ...whole]
}

function hide(named: ReadonlyMap<Place, string>, places: readonly Place[]): Pick<Cell, 'named' | 'expected'> {
  const unknown = places.map((place) => [place, unknownLike(named.get(place) ?? '')] as const)
  const isChosen = places.some(({ field }) => chosenByCaller.includes(field))
  const twin = isChosen ? undefined : new Map([...named, ...unknown])
  return { named, expected: { kind: 'hidden', places, twin } }
}

const nameAll = (places: readonly Place[], things: readonly Thing[]) =>
  new Map(places.map((place) => [place, valueAt(pick(things, place), place)]))

/** @throws for a noun of which nobody has made anything yet */
function pick(things: readonly Thing[], { noun, field }: Place): Thing {
  const found =
    things.find((thing) => thing.noun === noun && thing.fields?.includes(field)) ??
    things.find((thing) => thing.noun === noun && !thing.fields)
  if (!found) throw new Error(`make a ${noun} for every caller in cast/access/belongings.ts`)
  return found
}

const valueAt = ({ id, otherwise }: Thing, { field }: Place) => otherwise?.[field] ?? id

function ownerOf({ findOwner }: World, { noun, id }: Thing): Owner {
  const [named] = idsIn(id)
  const owner = named && findOwner(named)
  if (!owner) throw new Error(`say whose a ${noun} is in cast/access/rows.ts`)
  return owner
}

/** A person's or not, of which organization, published or not: what is alike in these is answered alike. */
function kindOf(world: World, thing: Thing): string {
  const { organizationId, userId, isPublished } = ownerOf(world, thing)
  return [organizationId, userId !== null, isPublished].join(' ')
}

const kindOfAll = (world: World, places: readonly Place[], things: readonly Thing[]) =>
  places.map((place) => kindOf(world, pick(things, place))).join()

const oneOfEachKind = <One>(all: readonly One[], kind: (one: One) => string): One[] =>
  [...Map.groupBy(all, kind).values()].flatMap((group) => group.slice(0, 1))

/** Of the same form, and of nothing that exists. */
const unknownLike = (value: string) =>
  /[0-9a-f]{32}$/.test(value)
    ? value.replace(/[0-9a-f]{32}$/, '0'.repeat(32))
    : `${value.slice(0, -9)}000000000`
