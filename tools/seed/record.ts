import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Account = { email: string; password: string }

/** The content of `demonstration.json` once the demonstration is complete. */
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

/** The part of the demonstration that exists so far; the accounts' passwords are chosen first. */
export type Progress = Pick<Demonstration, 'platform' | 'admin' | 'agent'> &
  Partial<Pick<Demonstration, 'organizationId' | 'apiKey'>>

/** The progress of an earlier start, or new accounts for the first one. */
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

/** Written after each step, so that an interrupted start is continued instead of repeated. */
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

/** Four groups of five characters that can be read aloud and typed: about 98 bits. */
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
