import { z } from 'zod'

/** The start has failed; each line names one fault to correct. */
export class BadSettings extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('; '))
    this.faults = faults
  }
}

/** Reads settings from the environment. An empty variable counts as unset; every fault is listed at once. */
export function readSettings<T extends z.ZodType>(schema: T, environment: NodeJS.ProcessEnv): z.output<T> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw new BadSettings(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

export const portSetting = z.coerce.number().int().min(0).max(65_535)
export const logLevelSetting = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
/** `on`/`off` and similar words: `z.coerce.boolean` would read "false" as true. */
export const switchSetting = z.stringbool()
