import { printedCode, qrPrefix, readTypedCode } from '@event-sphere/contract/values/ticket-code'

export interface PrintedCode {
  eventCode: string
  typeCode: string
  serial: number
}

/** A code that came to a door. */
export type TicketCode =
  /** What a QR says; its signature keeps guesses out. */
  | { kind: 'token'; text: string }
  /** Written by a person. A short printed code without its dashes could be a typed one, so it may be read both ways. */
  | { kind: 'written'; printed: PrintedCode | undefined; typed: string | undefined }
  | { kind: 'unreadable' }

const largestSerial = 2_147_483_647

export function readTicketCode(text: string): TicketCode {
  if (text.startsWith(qrPrefix)) return { kind: 'token', text }
  const [printed, typed] = [readPrintedCode(text), readTypedCode(text)]
  return printed || typed ? { kind: 'written', printed, typed } : { kind: 'unreadable' }
}

/** Reads `EBS2026-GA-001234` as people write it: any case, spaces anywhere. */
function readPrintedCode(text: string): PrintedCode | undefined {
  const plain = text.toUpperCase().replace(/\s/g, '')
  if (!printedCode.safeParse(plain).success) return undefined
  const [eventCode = '', typeCode = '', digits = ''] = plain.split('-')
  const serial = Number(digits)
  return serial <= largestSerial ? { eventCode, typeCode, serial } : undefined
}
