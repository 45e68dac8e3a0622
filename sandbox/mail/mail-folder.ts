import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Message, readMessage } from './message.ts'

/** Keeps the mailbox's messages across restarts. */
export interface MailFolder {
  save(message: Message): void
  remove(id: string): void
  /** Messages saved earlier, oldest first. */
  load(): Promise<Message[]>
}

/** One file per message: a line of JSON with its envelope, then the message as it was sent. */
export function openMailFolder(folder: string): MailFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fileOf = (id: string) => join(folder, `${id}.eml`)
  return {
    save({ id, sender, to, receivedAt, raw }) {
      const envelope = JSON.stringify({ sender, to, receivedAt })
      writeFileSync(`${fileOf(id)}.new`, Buffer.concat([Buffer.from(`${envelope}\n`), raw]), { mode: 0o600 })
      renameSync(`${fileOf(id)}.new`, fileOf(id))
    },
    remove: (id) => rmSync(fileOf(id), { force: true }),
    async load() {
      const numbers = readdirSync(folder).flatMap((name) => /^m(\d+)\.eml$/.exec(name)?.[1] ?? [])
      const ids = numbers
        .map(Number)
        .sort((one, other) => one - other)
        .map((number) => `m${number}`)
      const found = await Promise.all(ids.map((id) => readKept(fileOf(id), id)))
      return found.filter((message) => message !== undefined)
    },
  }
}

/** Undefined if the file is not valid: a damaged one must not prevent the start. */
async function readKept(file: string, id: string): Promise<Message | undefined> {
  try {
    const bytes = readFileSync(file)
    const end = bytes.indexOf(10)
    const { sender, to, receivedAt } = JSON.parse(bytes.subarray(0, end).toString('utf8'))
    const envelope = { id, from: sender, to, receivedAt: new Date(receivedAt) }
    return await readMessage(bytes.subarray(end + 1), envelope)
  } catch {
    return undefined
  }
}
