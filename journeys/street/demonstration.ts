import { readFileSync } from 'node:fs'

type Account = { email: string; password: string }

/** The file that the street writes once it is running: addresses and accounts. */
export type Demonstration = {
  site: string
  gate: string
  ticketing: string
  sandbox: { mpesa: string; mail: string }
  organizationId: string
  eventId: string
  ticketTypes: { general: string; gala: string }
  platform: Account
  admin: Account
  agent: Account
  apiKey: string
}

export function readDemonstration(file: string): Demonstration {
  return JSON.parse(readFileSync(file, 'utf8')) as Demonstration
}
