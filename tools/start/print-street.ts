import type { Demonstration } from '../seed/record.ts'

/** Addresses and accounts, for the terminal. */
export function describeStreet(
  made: Demonstration,
  { file, at }: { file: string; at: Date | undefined },
): string {
  const { site, gate, ticketing, sandbox, platform, admin, agent } = made
  const widest = Math.max(...[platform, admin, agent].map(({ email }) => email.length))
  const account = ({ email, password }: Demonstration['admin']) => `${email.padEnd(widest)}  ${password}`
  const rows = (lines: [string, string][]) => lines.map(([name, value]) => `    ${name.padEnd(16)}${value}`)
  return [
    '',
    '  Event-Sphere is running.',
    '',
    ...rows([
      ['Summit', site],
      ['Gate', gate],
      ['Ticketing API', `${ticketing}/api`],
      ['API docs', `${ticketing}/api/docs`],
      ['Fake phone', sandbox.mpesa],
      ['Mailbox', sandbox.mail],
    ]),
    '',
    '  To sign in',
    '',
    ...rows([
      ['at the gate', account(agent)],
      ['as organiser', account(admin)],
      ['as platform', account(platform)],
    ]),
    '',
    '  Organisers use the API for now: POST /auth/login returns a token, and its documentation',
    '  lists the calls that create and change events, ticket types, entrances and keys.',
    '',
    ...(at ? [`  It is ${eldoretTime(at)} in Eldoret, because --at says so.`] : []),
    `  All of this is stored in ${file}. Ctrl-C stops everything.`,
    '',
  ].join('\n')
}

function eldoretTime(instant: Date): string {
  const style = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Africa/Nairobi' } as const
  return new Intl.DateTimeFormat('en-GB', style).format(instant)
}
