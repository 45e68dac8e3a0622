import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A uuid v7: in the order of time, so that indexes grow at one end. */
export const newUuid = (): string => v7()

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Random characters of Crockford's alphabet, five bits each. */
export function randomCrockford(length: number): string {
  return Array.from(randomBytes(length), (byte) => crockford[byte & 31]).join('')
}

/** A secret for a URL or a header: random bytes in lower-case hex. */
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
