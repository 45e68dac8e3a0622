import { resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readInstant } from './read-instant.ts'

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a port, a number from 1 to 65535' })
    .int('must be a port, a number from 1 to 65535')
    .min(1, 'must be a port, a number from 1 to 65535')
    .max(65_535, 'must be a port, a number from 1 to 65535')
    .default(fallback)

const ports = {
  SITE_PORT: port(3000),
  TICKETING_PORT: port(4000),
  METRICS_PORT: port(4090),
  SANDBOX_MPESA_PORT: port(4010),
  SANDBOX_MAIL_PORT: port(4020),
  SANDBOX_SMTP_PORT: port(4025),
}
const settings = z.object({
  ...ports,
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/name' })
    .optional(),
})

export type PortName = keyof typeof ports
export type StartConfig = {
  root: string
  dataDir: string
  ports: Record<PortName, number>
  /** An operator's own database; without it the embedded one starts. */
  databaseUrl: string | undefined
  /** The instant that the demonstration runs at; without it the real one. */
  at: Date | undefined
}

/** Settings and arguments, with one line for each fault; the config is there only if there is none. */
export function readStartConfig(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
  words: string[] = process.argv.slice(2),
): { config?: StartConfig; faults: string[]; ports: Partial<Record<PortName, number>> } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  const asked = readArguments(words)
  const faults = [
    ...(read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []),
    ...asked.faults,
    ...findOtherTicketingFault(given),
  ]
  if (!read.success) return { faults, ports: {} }
  const chosen = pickPorts(read.data)
  faults.push(...findSamePorts(chosen))
  if (faults.length > 0) return { faults, ports: chosen }
  const { DATA_DIR, DATABASE_URL } = read.data
  const config = {
    root,
    dataDir: resolve(root, DATA_DIR),
    ports: chosen,
    databaseUrl: DATABASE_URL,
    at: asked.at,
  }
  return { config, faults, ports: chosen }
}

function pickPorts(all: Record<PortName, number>): Record<PortName, number> {
  const names = Object.keys(ports) as PortName[]
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Record<PortName, number>
}

function findSamePorts(chosen: Record<PortName, number>): string[] {
  const entries = Object.entries(chosen)
  return entries.flatMap(([name, value], place) => {
    const earlier = entries.slice(0, place).find(([, other]) => other === value)
    return earlier ? [`${name}: ${value} is the port of ${earlier[0]} too; give each its own`] : []
  })
}

/** The site speaks to another Ticketing API only with that one's key for that one's organization. */
function findOtherTicketingFault(env: NodeJS.ProcessEnv): string[] {
  const names = ['TICKETING_API_BASE_URL', 'TICKETING_API_TOKEN', 'TICKETING_ORGANIZATION_ID']
  const missing = names.filter((name) => !env[name])
  if (missing.length === 0 || missing.length === names.length) return []
  return [`${missing.join(', ')}: missing; ${names.join(', ')} are set together or not at all`]
}

function readArguments(words: string[]): { at: Date | undefined; faults: string[] } {
  try {
    const { values } = parseArgs({ args: words, options: { at: { type: 'string' } } })
    const at = values.at === undefined ? undefined : readInstant(values.at)
    if (values.at === undefined || at) return { at, faults: [] }
    return {
      at,
      faults: [`--at: "${values.at}" is no instant; write it like 2027-07-15T08:00 (Eldoret time)`],
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0] : String(error)
    return { at: undefined, faults: [`${reason}; npm start knows one argument: -- --at 2027-07-15T08:00`] }
  }
}
