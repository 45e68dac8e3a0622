import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { BulkheadRejectedError, bulkhead } from 'cockatiel'
import { refuse } from '../refuse.ts'

interface Cost {
  memory: number
  passes: number
  parallelism: number
}

/** OWASP's Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** One core is always left for everybody who is not signing in; whoever would wait long is asked to come back. */
const hashing = bulkhead(Math.max(1, availableParallelism() - 1), 200)
const derive = promisify(argon2)

/** The password as a PHC string (`$argon2id$v=19$m=19456,t=2,p=1$salt$tag`). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await deriveInTurn(password, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/** Nothing hashes to it; it costs what a real one costs. */
const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${unpadded(randomBytes(16))}$${unpadded(Buffer.alloc(tagLength))}`
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

/** Whether it is the password of that hash. Without a hash it takes as long and says no. */
export async function matchesPassword(password: string, hash: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(hash ?? nobodysHash) ?? []
  const stored = Buffer.from(tag, 'base64')
  const used = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const derived = await deriveInTurn(password, Buffer.from(salt, 'base64'), used)
  return hash !== null && stored.length === derived.length && timingSafeEqual(stored, derived)
}

async function deriveInTurn(password: string, nonce: Buffer, used: Cost): Promise<Buffer> {
  try {
    // The same letters can be typed in two ways; NFC makes them one (NIST SP 800-63B, 5.1.1.2).
    const message = password.normalize('NFC')
    return await hashing.execute(() => derive('argon2id', { ...used, message, nonce, tagLength }))
  } catch (fault) {
    throw fault instanceof BulkheadRejectedError ? refuse('unavailable') : fault
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
