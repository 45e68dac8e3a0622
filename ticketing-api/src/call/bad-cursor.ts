import { refuse } from './refuse.ts'

/** The refusal of a place in a list that is none of ours: to begin anew would show the first page for ever. */
export const badCursor = () =>
  refuse('invalid_request', { errors: [{ pointer: '/query/after', fault: 'cursor_unknown' }] })
