import { badCursor } from '../call/bad-cursor.ts'

export interface PublicPlace {
  startsAt: Date
  id: string
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Where a list of events goes on; outsiders treat it as opaque. */
export function readIdCursor(after: string | undefined): string | undefined {
  if (after === undefined) return undefined
  if (new RegExp(`^${uuid}$`).test(after)) return after
  throw badCursor()
}

export function readPublicCursor(after: string | undefined): PublicPlace | undefined {
  if (after === undefined) return undefined
  const [, milliseconds, id] = new RegExp(`^(-?\\d{1,15})_(${uuid})$`).exec(after) ?? []
  if (milliseconds === undefined || id === undefined) throw badCursor()
  return { startsAt: new Date(Number(milliseconds)), id }
}

export const writePublicCursor = ({ startsAt, id }: PublicPlace): string => `${startsAt.getTime()}_${id}`
