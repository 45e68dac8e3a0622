import { z } from 'zod'

/** Settings are invalid or missing; `faults` has one plain line for each. */
export class ConfigFault extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigFault'
    this.faults = faults
  }
}

/**
 * Reads settings from the environment, all at once: an empty variable counts as absent.
 * @throws ConfigFault with every fault, so that an operator can fix them all at once.
 */
export function readConfig<Shape extends z.ZodType>(shape: Shape, env: NodeJS.ProcessEnv): z.output<Shape> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = shape.safeParse(present)
  if (read.success) return read.data
  throw new ConfigFault(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
}

export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback)
