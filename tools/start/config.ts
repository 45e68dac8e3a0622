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
  /** Where the street says that it runs. */
  homeDir: string
  /** Database, logs, mails and accounts; at another instant the street has others than in the present. */
  dataDir: string
  ports: Record<PortName, number>
  /** An operator's own database; without it the embedded one starts. */
  databaseUrl: string | undefined
  /** The instant that the demonstration runs at; without it the real one. */
  at: Date | undefined
}

type Read = {
  /** What the street would run with; where a setting is bad, its default stands in for it. */
  config: StartConfig
  /** One line for each bad setting or argument; none if the street may start. */
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
        ? ['--at: runs on data of its own, with the embedded database; unset DATABASE_URL']
        : []),
      ...findOtherTicketingFault(given),
      ...(bad.length === 0 ? findSamePorts(ports) : []),
    ],
  }
}

/** One folder for the days of one summit: a ticket that was taken in June opens the door in July. */
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

const usage = 'npm start knows one argument: -- --at 2027-07-15T08:00'

function readArguments(words: string[]): { at: Date | undefined; isHelpWanted: boolean; faults: string[] } {
  const refused = (fault: string) => ({ at: undefined, isHelpWanted: false, faults: [fault] })
  try {
    const options = { at: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } as const
    const { values } = parseArgs({ args: words, options })
    const at = values.at === undefined ? undefined : readInstant(values.at)
    if (values.at === undefined || at) return { at, isHelpWanted: values.help, faults: [] }
    return refused(`--at: "${values.at}" is no instant; write it like 2027-07-15T08:00 (Eldoret time)`)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0] : String(error)
    return refused(`${reason}; ${usage}`)
  }
}
