import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random bytes are fetched a page at a time: one system call for each id would cost a sale more than its rules do. */
let page = Buffer.alloc(0)
let used = 0

function nextBytes(length: number): Buffer {
  if (used + length > page.length) {
    page = randomBytes(4096)
    used = 0
  }
  used += length
  return page.subarray(used - length, used)
}

/** A UUID v7: ordered by time to the millisecond, so that indexes grow at one end. */
export const newUuid = (): string => v7({ random: nextBytes(16) })

/** Up to 4096 random characters of Crockford's alphabet, five bits each. */
export function randomCrockford(length: number): string {
  let text = ''
  for (const byte of nextBytes(length)) text += crockford.charAt(byte & 31)
  return text
}

/** A secret for a URL or a header: random bytes in lower-case hex. */
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
