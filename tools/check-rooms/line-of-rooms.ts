import { isStore } from './find-store-faults.ts'
import { isTest } from './is-test.ts'
import { beneathAllRooms, line, privateFurniture, reachedByJobsOnly } from './rooms.ts'

const folder = 'ticketing-api/src/'

/** What is wrong with an import between two files of the Ticketing API, if anything. */
export function findLineFault(path: string, target: string): string | undefined {
  if (!path.startsWith(folder)) return undefined
  if (!target.startsWith(folder)) return undefined
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === to || from === undefined || to === undefined) return undefined
  const [height, depth] = [heightOf(from), heightOf(to)]
  if (depth === undefined) return undefined
  const privacy = findPrivacyFault(target)
  if (privacy || isTest(path)) return privacy
  return height === undefined ? findFaultBeneath(from, to) : findOrderFault(from, to, depth - height)
}

function findOrderFault(from: string, to: string, down: number): string | undefined {
  if (reachedByJobsOnly.includes(to))
    return `${to} may not be imported: enqueue a job in the same transaction instead`
  if (down > 0) return undefined
  return `${from} is ${down === 0 ? 'beside' : 'below'} ${to}, and rooms import only downwards: enqueue a job instead`
}

function findPrivacyFault(target: string): string | undefined {
  const name = fileOf(target)
  if (!privateFurniture.includes(name) && !isStore(target)) return undefined
  return `${name}.ts is private to its room: use one of its verbs or its view.ts`
}

function findFaultBeneath(from: string, to: string): string | undefined {
  const known = beneathAllRooms[from]
  if (!known) return `${from} is not in the line of rooms: add it in rooms.ts`
  return known.includes(to)
    ? undefined
    : `${from} serves every room: pass it what it needs from ${to} in context.ts`
}

/** The room's folder; undefined for files that connect the rooms (app.ts, routes.ts, context.ts …). */
function roomOf(path: string): string | undefined {
  const parts = path.slice(folder.length).split('/')
  return parts.length > 1 ? parts[0] : undefined
}

function heightOf(room: string): number | undefined {
  const height = line.findIndex((rooms) => rooms.includes(room))
  return height < 0 ? undefined : height
}

function fileOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '')
}
