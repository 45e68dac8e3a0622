import { z } from 'zod'

/** A start that cannot go on; every line says one thing to put right. */
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
/** `on`/`off` and their kin: `z.coerce.boolean` would take the word "false" for true. */
export const switchSetting = z.stringbool()
