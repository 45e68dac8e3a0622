import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const secretBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** 256 random bits, held only by the cookie. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url')

export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** The key of a session in the store; the cookie cannot be derived from it. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** AES-256-GCM with a key derived from the cookie's secret. */
export function seal(secret: string, content: unknown): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** @throws if the bytes were not sealed with this secret. */
export function unseal(secret: string, sealed: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, nonceBytes))
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'event-sphere site session', 32))
}
