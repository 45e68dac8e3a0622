import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const secretBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** 256 random bits: what the cookie holds, and nothing else does. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url')

export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** How the store knows a session: from this nobody gets back to the cookie. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** AES-256-GCM under a key that only the cookie's secret makes. */
export function seal(secret: string, content: unknown): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** @throws when the bytes were not sealed with this secret. */
export function unseal(secret: string, sealed: Buffer): unknown {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, nonceBytes))
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
  const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'event-sphere site session', 32))
}
