import { type AddressObject, type Attachment, simpleParser } from 'mailparser'

export interface AttachmentFacts {
  readonly filename: string
  readonly contentType: string
  /** Without angle brackets; undefined if nothing refers to it. */
  readonly contentId: string | undefined
  readonly size: number
}

/** A received message. Its attachments stay inside `raw` until requested. */
export interface Message {
  readonly id: string
  readonly from: string
  /** Envelope recipients: where it was really sent, including blind copies. */
  readonly to: readonly string[]
  readonly subject: string
  readonly date: string
  readonly text: string
  /** As sent, including `cid:` links; empty if there is no HTML part. */
  readonly html: string
  readonly attachments: readonly AttachmentFacts[]
  readonly raw: Buffer
  /** The envelope's sender. */
  readonly sender: string
  readonly receivedAt: string
}

export interface Envelope {
  readonly id: string
  readonly from: string
  readonly to: readonly string[]
  readonly receivedAt: Date
}

const parse = (raw: Buffer) => simpleParser(raw, { keepCidLinks: true, skipTextToHtml: true })

const addressText = (address: AddressObject | undefined): string => address?.text ?? ''

function factsOf(attachment: Attachment, at: number): AttachmentFacts {
  return {
    filename: attachment.filename ?? `attachment-${at + 1}`,
    contentType: attachment.contentType,
    contentId: attachment.contentId?.replace(/^<|>$/g, ''),
    size: attachment.size,
  }
}

const isRealDate = (date: Date | undefined): date is Date =>
  date !== undefined && !Number.isNaN(date.getTime())

export async function readMessage(raw: Buffer, envelope: Envelope): Promise<Message> {
  const mail = await parse(raw)
  return {
    id: envelope.id,
    from: addressText(mail.from) || envelope.from,
    to: envelope.to,
    subject: mail.subject ?? '',
    date: isRealDate(mail.date) ? mail.date.toISOString() : envelope.receivedAt.toISOString(),
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map(factsOf),
    raw,
    sender: envelope.from,
    receivedAt: envelope.receivedAt.toISOString(),
  }
}

/** Attachments with their bytes, in the order of `message.attachments`. */
export async function openAttachments(message: Message): Promise<Attachment[]> {
  return (await parse(message.raw)).attachments
}
