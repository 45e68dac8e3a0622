import { z } from 'zod'

/** An id of the wire as it is inside. */
export const decodeId = <Id extends z.ZodType<unknown, string>>(codec: Id, wire: string): z.output<Id> =>
  z.decode(codec, wire as never)
