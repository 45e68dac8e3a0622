import { Unreachable } from '@event-sphere/kit/unreachable'
import nodemailer from 'nodemailer'

export interface Mail {
  to: string
  subject: string
  html: string
  text: string
  /** Pictures inside the message; `cid:` of their id in the html. */
  pictures: readonly { id: string; filename: string; png: Buffer }[]
}

/** The interface to the mail service: SMTP (RFC 5321) with any provider. */
export interface Mailer {
  /** Resolves once the mail server took responsibility for it. @throws when it did not; try again later. */
  send(mail: Mail): Promise<void>
  close(): void
}

interface MailerSettings {
  url: string
  from: string
  /** Dates the mails: the installation's clock, which may be set to another instant. */
  now(): Date
}

export function smtpMailer({ url, from, now }: MailerSettings): Mailer {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ pictures, subject, ...mail }) => {
      const attachments = pictures.map(({ id, filename, png }) => ({
        cid: id,
        filename,
        content: png,
        contentType: 'image/png',
        contentDisposition: 'inline' as const,
      }))
      const whole = { from, date: now(), ...mail, subject: oneLine(subject), attachments }
      await transport.sendMail(whole).catch(throwNamed)
    },
    close: () => transport.close(),
  }
}

/** What a person wrote never starts a header of its own (RFC 5322, 2.2). */
const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim()

/** What nodemailer calls a server that it did not reach, or that fell silent. Source: nodemailer, "Error codes". */
const silences: ReadonlySet<unknown> = new Set(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ECONNRESET'])

function throwNamed(fault: Error & { code?: unknown }): never {
  throw silences.has(fault.code) ? new Unreachable('the mail server', fault) : fault
}
