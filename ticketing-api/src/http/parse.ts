import type { z } from 'zod'
import { refuse } from '../refuse.ts'

type Part = 'body' | 'query' | 'params'

/** Parses one part of a request once; every fault is named by a JSON pointer. */
export function parsePart(shape: z.ZodType | undefined, part: Part, value: unknown): unknown {
  if (!shape) return undefined
  const read = shape.safeParse(value)
  if (read.success) return read.data
  // An id of the wrong form names nothing that is: the caller is told the same as for any unknown id.
  if (part === 'params') throw refuse('not_found')
  const errors = read.error.issues.map((issue) => ({
    pointer: `${part === 'query' ? '/query' : ''}/${issue.path.map(String).join('/')}`,
    message: issue.message,
  }))
  throw refuse('invalid_request', { errors })
}
