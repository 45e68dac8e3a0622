import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Account = { email: string; password: string }

/** What `demonstration.json` holds once the demonstration stands. */
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

/** As far as the demonstration has been made; the accounts' passwords are settled before anything else. */
export type Progress = Pick<Demonstration, 'platform' | 'admin' | 'agent'> &
  Partial<Pick<Demonstration, 'organizationId' | 'apiKey'>>

/** What an earlier start made, or new accounts for a first one. */
export function readProgress(dataDir: string): Progress {
  const file = [finishedFile(dataDir), unfinishedFile(dataDir)].find((path) => existsSync(path))
  const known = file ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Progress>) : {}
  return {
    platform: newAccount('platform'),
    admin: newAccount('admin'),
    agent: newAccount('agent'),
    ...known,
  }
}

/** Noted after each step, so that a start that is killed half-way is carried on and not begun again. */
export function writeProgress(dataDir: string, progress: Progress): void {
  write(unfinishedFile(dataDir), progress)
}

export function writeDemonstration(dataDir: string, demonstration: Demonstration): void {
  write(finishedFile(dataDir), demonstration)
  rmSync(unfinishedFile(dataDir), { force: true })
}

export function newAccount(name: string): Account {
  return { email: `${name}@eldoretsummit.example`, password: newPassword() }
}

const letters = 'abcdefghjkmnpqrstvwxyz23456789'

/** Four groups of five that can be read aloud and typed: about 98 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

function write(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function finishedFile(dataDir: string): string {
  return join(dataDir, 'demonstration.json')
}

function unfinishedFile(dataDir: string): string {
  return join(dataDir, 'demonstration.unfinished.json')
}
