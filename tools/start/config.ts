import { join, resolve } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { datesNotOver } from '../seed/summit-dates.ts'
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
  /** The folder of the street's own file. */
  homeDir: string
  /** Database, logs, mails and accounts; at another time the street has separate ones. */
  dataDir: string
  ports: Record<PortName, number>
  /** An operator's own database; without it the embedded one is started. */
  databaseUrl: string | undefined
  /** The time at which the demonstration runs; the real one by default. */
  at: Date | undefined
}

type Read = {
  /** The configuration; an invalid setting is replaced by its default. */
  config: StartConfig
  /** One line for each invalid setting or argument; empty if the street may start. */
  faults: string[]
  isHelpWanted: boolean
}

/** Settings and arguments, all at once. */
export function readStartConfig(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
  words: string[] = process.argv.slice(2),
): Read {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const issues = settings.safeParse(given).error?.issues ?? []
  const bad = issues.map((issue) => issue.path.join('.'))
  const read = settings.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !bad.includes(name))),
  )
  const { at, isHelpWanted, faults } = readArguments(words)
  const ports = pickPorts(read)
  const homeDir = resolve(root, read.DATA_DIR)
  const databaseUrl = read.DATABASE_URL
  const config = { root, homeDir, dataDir: at ? folderAt(homeDir, at) : homeDir, ports, databaseUrl, at }
  return {
    config,
    isHelpWanted,
    faults: [
      ...issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      ...faults,
      ...(at && databaseUrl
        ? ['--at: needs separate data in the embedded database; unset DATABASE_URL']
        : []),
      ...findOtherTicketingFault(given),
      ...(bad.length === 0 ? findSamePorts(ports) : []),
    ],
  }
}

/** One folder per summit: a ticket issued in June is valid at the door in July. */
function folderAt(homeDir: string, at: Date): string {
  return join(homeDir, `at-${datesNotOver(at).year}`)
}

function pickPorts(all: Record<PortName, number>): Record<PortName, number> {
  const names = Object.keys(ports) as PortName[]
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Record<PortName, number>
}

function findSamePorts(chosen: Record<PortName, number>): string[] {
  const entries = Object.entries(chosen)
  return entries.flatMap(([name, value], place) => {
    const earlier = entries.slice(0, place).find(([, other]) => other === value)
    return earlier ? [`${name}: ${value} is also the port of ${earlier[0]}; use different ports`] : []
  })
}

/** The site can call another Ticketing API only with that API's key and organization. */
function findOtherTicketingFault(env: NodeJS.ProcessEnv): string[] {
  const names = ['TICKETING_API_BASE_URL', 'TICKETING_API_TOKEN', 'TICKETING_ORGANIZATION_ID']
  const missing = names.filter((name) => !env[name])
  if (missing.length === 0 || missing.length === names.length) return []
  return [`${missing.join(', ')}: missing; ${names.join(', ')} must be set together or not at all`]
}

const usage = 'npm start accepts one argument: -- --at 2027-07-15T08:00'

function readArguments(words: string[]): { at: Date | undefined; isHelpWanted: boolean; faults: string[] } {
  const refused = (fault: string) => ({ at: undefined, isHelpWanted: false, faults: [fault] })
  try {
    const options = { at: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const
    const { values } = parseArgs({ args: words, options })
    const at = values.at === undefined ? undefined : readInstant(values.at)
    if (values.at === undefined || at) return { at, isHelpWanted: values.help, faults: [] }
    return refused(`--at: "${values.at}" is not a valid time; write it like 2027-07-15T08:00 (Eldoret time)`)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0] : String(error)
    return refused(`${reason}; ${usage}`)
  }
}
