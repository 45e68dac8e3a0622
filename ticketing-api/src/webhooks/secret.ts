import { randomBytes } from 'node:crypto'

const prefix = 'whsec_'

export const makeSecret = (): Buffer => randomBytes(32)

export const readSecret = (text: string): Buffer => Buffer.from(text.slice(prefix.length), 'base64')

export const writeSecret = (secret: Buffer): string => `${prefix}${secret.toString('base64')}`
