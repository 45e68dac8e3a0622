import type { z } from 'zod'
import { badCursor } from './bad-cursor.ts'

/** Where a list goes on: after the id that its last page ended with. @throws invalid_request if it is no such id */
export function readCursor<Id extends z.ZodType>(
  id: Id,
  after: string | undefined,
): z.output<Id> | undefined {
  if (after === undefined) return undefined
  const read = id.safeParse(after)
  if (!read.success) throw badCursor()
  return read.data
}
