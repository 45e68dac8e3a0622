import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { inTurn, type Turn } from './hashing-line.ts'

interface Cost {
  memory: number
  passes: number
  parallelism: number
}

/** OWASP's Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32
const ownTurn: Turn = { lane: 'clear', source: 'the installation' }

const derive = promisify(argon2)

/**
 * The password as a PHC string (`$argon2id$v=19$m=19456,t=2,p=1$salt$tag`). With a hash to go with, it gets that one's
 * salt and cost: the hashes of one address are then looked through with one derivation.
 */
export async function hashPassword(
  password: string,
  { turn = ownTurn, like }: { turn?: Turn; like?: string | undefined } = {},
): Promise<string> {
  const head = like === undefined ? newHead() : headOf(like)
  return `${head}$${unpadded(await deriveInTurn(password, head, turn))}`
}

const newHead = () => {
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(randomBytes(16))}`
}
const headOf = (hash: string) => hash.slice(0, hash.lastIndexOf('$'))
const tagOf = (hash: string) => Buffer.from(hash.slice(hash.lastIndexOf('$') + 1), 'base64')

/** Nothing hashes to it; it costs what a real one costs. */
const nobodysHash = `${newHead()}$${unpadded(Buffer.alloc(tagLength))}`

/** Which of the hashes of one address is the password's, if any. Without a hash it takes as long. */
export async function findMatch(
  password: string,
  hashes: readonly string[],
  turn: Turn = ownTurn,
): Promise<number | undefined> {
  const heads = [...new Set((hashes.length > 0 ? hashes : [nobodysHash]).map(headOf))].slice(0, mostHeads)
  for (const head of heads) {
    const derived = await deriveInTurn(password, head, turn)
    const found = hashes.findIndex((hash) => headOf(hash) === head && isEqual(tagOf(hash), derived))
    if (found >= 0) return found
  }
  return undefined
}

/** Accounts of one address share a salt; only two that were made at the same instant may have one each. */
const mostHeads = 2

/** Whether it is the password of that hash. Without a hash it takes as long and says no. */
export async function matchesPassword(password: string, hash: string | null): Promise<boolean> {
  return (await findMatch(password, hash === null ? [] : [hash])) !== undefined
}

const isEqual = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other)

const phcHead = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)$/

async function deriveInTurn(password: string, head: string, turn: Turn): Promise<Buffer> {
  const [, memory, passes, parallelism, salt = ''] = phcHead.exec(head) ?? []
  const used = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  // The same letters can be typed in two ways; NFC makes them one (NIST SP 800-63B, 5.1.1.2).
  const message = password.normalize('NFC')
  const nonce = Buffer.from(salt, 'base64')
  return inTurn(turn, () => derive('argon2id', { ...used, message, nonce, tagLength }))
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
