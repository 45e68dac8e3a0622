import { problem } from '@event-sphere/contract/problem'
import { refusals } from '@event-sphere/contract/refusals'
import type { Answered, Asked } from '../call-api.ts'
import type { TestApi } from '../start-api.ts'
import { type Cell, nameOf, type World } from './cells.ts'
import { idsIn } from './nouns.ts'
import { type Place, withValue } from './places.ts'
import { mayReach } from './reaches.ts'
import type { FindOwner } from './rows.ts'

type Answer = Answered<unknown>

/** What was answered, kept until it is known whose everything is. */
export interface Told {
  cell: Cell
  answer: Answer
}

/** Asks once; a wrong answer is told in words. */
export async function judgeCell(
  api: TestApi,
  world: World,
  cell: Cell,
): Promise<Told & { faults: string[] }> {
  const { expected, named } = cell
  const answer = await ask(api, world, cell, named)
  const unknown = expected.kind === 'hidden' ? expected.twin : undefined
  const twin = unknown && (await askTwin(api, world, cell, unknown))
  return { cell, answer, faults: faultsOf(cell, answer, twin).map((fault) => `${inWords(cell)}: ${fault}`) }
}

/** What does not exist is asked for once by each caller in each place. */
const twins = new WeakMap<World, Map<string, Promise<Answer>>>()

function askTwin(api: TestApi, world: World, cell: Cell, twin: ReadonlyMap<Place, string>): Promise<Answer> {
  const asked = twins.get(world) ?? new Map<string, Promise<Answer>>()
  twins.set(world, asked)
  const named = [...twin].map(([{ path }, value]) => `${path.join('.')} ${value}`)
  const key = [nameOf(cell.endpoint), cell.caller.name, ...named].join('\n')
  const answer = asked.get(key) ?? ask(api, world, cell, twin)
  asked.set(key, answer)
  return answer
}

async function ask(
  api: TestApi,
  world: World,
  { endpoint, caller }: Cell,
  named: ReadonlyMap<Place, string>,
): Promise<Answer> {
  const { body } = await world.exampleOf(endpoint, caller)
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PATCH'
  let said: unknown = hasBody ? { body: body ?? {} } : {}
  for (const [place, value] of named) said = withValue(said, place.path, value)
  return api.call(endpoint, { ...(said as Asked), ...(caller.as !== undefined && { as: caller.as }) })
}

function faultsOf({ endpoint, expected, named }: Cell, answer: Answer, twin: Answer | undefined): string[] {
  const { status } = answer
  const said = `${status} ${answer.body?.code ?? ''}`
  switch (expected.kind) {
    case 'refused':
      return isRefusal(answer, expected.code) ? [] : [`${said} and not ${expected.code}`]
    case 'done': {
      const { refusedWith, mayConflict } = expected
      const isDone = refusedWith
        ? isRefusal(answer, refusedWith)
        : status === endpoint.status || (mayConflict && status === 409)
      return isDone ? [] : [`${said} and not ${refusedWith ?? endpoint.status} ${answer.text.slice(0, 300)}`]
    }
    case 'hidden': {
      const isOfPath = expected.places.some(({ path }) => path[0] === 'params')
      if (isOfPath && !isRefusal(answer, 'not_found')) return [`${said} and not not_found`]
      if (status >= 500) return [said]
      if (status < 400 && (endpoint.method !== 'GET' || idsIn(answer.text).length > 0))
        return [`${said} and not refused`]
      const values = [...named.values(), ...(expected.twin?.values() ?? [])]
      const isAlike =
        !twin || (twin.status === status && plain(twin.text, values) === plain(answer.text, values))
      return isAlike ? [] : [`${answer.text} but of what does not exist ${twin?.text}`]
    }
    default:
      return expected satisfies never
  }
}

/** A refusal comes in the status of its code, as a problem that fits the contract. */
const isRefusal = ({ status, body, headers }: Answer, code: keyof typeof refusals) =>
  body?.code === code &&
  status === refusals[code] &&
  /^application\/problem\+json/.test(headers.get('content-type') ?? '') &&
  problem.safeParse(body).success

/** Without what differs from call to call. */
const plain = (text: string, values: readonly string[]) =>
  values.reduce((rest, value) => rest.replaceAll(value, '…'), text.replace(/"requestId":"[^"]*"/, ''))

/** Ids in an answer of rows that the caller does not reach by any actor of the call; those that it named itself are not told. */
export function tellsTooMuch({ cell, answer }: Told, findOwner: FindOwner): string[] {
  const { endpoint, caller, named } = cell
  // The session of somebody who has just said who they are.
  if (endpoint.actor.includes('public') && endpoint.method !== 'GET') return []
  const sent = new Set(named.values())
  return idsIn(answer.text)
    .filter(({ id }) => !sent.has(id))
    .filter((each) => {
      const owner = findOwner(each)
      return !owner || !mayReach(caller, endpoint.actor, each.noun, owner)
    })
    .map(({ id }) => `${inWords(cell)}: tells of ${id}`)
}

function inWords({ endpoint, caller, named, expected }: Cell): string {
  const about = [...named].map(([{ field }, value]) => `${field} ${value.slice(0, 45)}`).join(', ')
  return `${nameOf(endpoint)} by ${caller.name}${about && ` with ${about}`} (${expected.kind})`
}
