import { type KeyObject, sign, verify } from 'node:crypto'
import type { EventId, TicketId } from '@event-sphere/contract/values/ids'
import { qrPrefix } from '@event-sphere/contract/values/ticket-code'
import { decode, encode } from 'base45'

/** What a ticket's QR says of it. */
export interface TokenFacts {
  ticketId: TicketId
  eventId: EventId
  /** The ticket type's number within its event. */
  typeNumber: number
}

/** A token that has the right form; whether its signature holds is another question. */
export interface TicketToken {
  facts: TokenFacts
  body: Buffer
  signature: Buffer
}

/**
 * ES1, in bytes: version (1), ticket uuid (16), event uuid (16), type number (2, big endian), Ed25519 signature
 * (64, RFC 8032) over "ES1" and all before it. In base45 (RFC 9285) a QR writes it in its alphanumeric mode,
 * 5.5 bits a character: 153 characters fit version 6 at level M, and it never ends in the space that base45 knows.
 */
const version = 1
const bodyBytes = 35
const tokenBytes = bodyBytes + 64
export const tokenCharacters = 153
const domain = Buffer.from('ES1', 'ascii')

/** The text of a ticket's QR. The same facts under the same key are always the same text. */
export function signTicketToken(privateKey: KeyObject, facts: TokenFacts): string {
  const body = writeBody(facts)
  const signature = sign(null, Buffer.concat([domain, body]), privateKey)
  return qrPrefix + encode(Buffer.concat([body, signature]))
}

/** The content of a QR if the event that it names has signed it; otherwise undefined. */
export function readTicketToken(
  text: string,
  publicKeyOf: (eventId: EventId) => KeyObject | undefined,
): TokenFacts | undefined {
  const token = parseTicketToken(text)
  const publicKey = token && publicKeyOf(token.facts.eventId)
  if (!token || !publicKey) return undefined
  const isSigned = verify(null, Buffer.concat([domain, token.body]), publicKey, token.signature)
  return isSigned ? token.facts : undefined
}

/** What a QR claims, before anybody has looked at its signature: enough to know whose key to ask for. */
export function parseTicketToken(text: string): TicketToken | undefined {
  if (text.length !== tokenCharacters || !text.startsWith(qrPrefix)) return undefined
  const digits = text.slice(qrPrefix.length)
  const bytes = decode(digits)
  // One ticket, one text: base45 itself would read digits that stand for more than their bytes can hold.
  if (bytes.length !== tokenBytes || bytes[0] !== version || encode(bytes) !== digits) return undefined
  const body = bytes.subarray(0, bodyBytes)
  return { facts: readBody(body), body, signature: bytes.subarray(bodyBytes) }
}

function writeBody({ ticketId, eventId, typeNumber }: TokenFacts): Buffer {
  const body = Buffer.alloc(bodyBytes)
  body.writeUInt8(version, 0)
  body.set(bytesOfUuid(ticketId), 1)
  body.set(bytesOfUuid(eventId), 17)
  body.writeUInt16BE(typeNumber, 33)
  return body
}

function readBody(body: Buffer): TokenFacts {
  return {
    ticketId: uuidOfBytes(body.subarray(1, 17)) as TicketId,
    eventId: uuidOfBytes(body.subarray(17, 33)) as EventId,
    typeNumber: body.readUInt16BE(33),
  }
}

const bytesOfUuid = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const uuidOfBytes = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
