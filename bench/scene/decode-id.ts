import { z } from 'zod'

/** Converts an id from wire format to its internal form. */
export const decodeId = <Id extends z.ZodType<unknown, string>>(codec: Id, wire: string): z.output<Id> =>
  z.decode(codec, wire as never)
