import type { z } from 'zod'
import type { FieldFault } from '../call/field-fault.ts'
import { refuse } from '../call/refuse.ts'
import { faultOfIssue } from './fault-of-issue.ts'

type Part = 'body' | 'query' | 'params'

/** A body may hold thousands of fields that nobody knows; so many are named. */
const mostNamed = 50

/** Parses one part of a request once; every fault is named by a JSON pointer. */
export function parsePart(shape: z.ZodType | undefined, part: Part, value: unknown): unknown {
  if (!shape) return undefined
  const read = shape.safeParse(value, { reportInput: true })
  if (read.success) return read.data
  // An id of the wrong form names nothing that is: the caller is told the same as for any unknown id.
  if (part === 'params') throw refuse('not_found')
  const { issues } = read.error
  const isUnknown = issues.some((issue) => issue.code === 'unrecognized_keys')
  const errors = issues.flatMap((issue) => faultsOf(issue, part)).slice(0, mostNamed)
  throw refuse(isUnknown ? 'field_unknown' : 'invalid_request', { errors })
}

function faultsOf(issue: z.core.$ZodIssue, part: Part): FieldFault[] {
  const start = part === 'query' ? ['query'] : []
  if (issue.code !== 'unrecognized_keys')
    return [{ pointer: pointerTo([...start, ...issue.path]), ...faultOfIssue(issue) }]
  return issue.keys.map((key) => ({
    pointer: pointerTo([...start, ...issue.path, key.slice(0, 100)]),
    fault: 'unknown_field',
  }))
}

/** RFC 6901. */
const pointerTo = (path: readonly PropertyKey[]) =>
  `/${path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
