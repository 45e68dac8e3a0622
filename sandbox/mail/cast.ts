import nodemailer, { type SendMailOptions } from 'nodemailer'
import { onTestFinished } from 'vitest'
import { startMailSandbox } from './app.ts'

/** The smallest PNG: one transparent dot. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

interface Listed {
  readonly items: {
    readonly id: string
    readonly from: string
    readonly to: string[]
    readonly subject: string
    readonly text: string
    readonly html: string
    readonly attachments: {
      filename: string
      contentType: string
      contentId: string | null
      size: number
      url: string
    }[]
  }[]
  readonly total: number
}

export const aTicketMail: SendMailOptions = {
  from: '"Event-Sphere" <tickets@event-sphere.example>',
  to: 'Wanjiku <wanjiku@example.com>',
  subject: 'Your ticket: Gala Night — karibu',
  text: 'Open https://tickets.example/t/1?a=1&b=2 at the door.',
  html: '<h1>Karibu</h1><img src="cid:qr@event-sphere"><script>alert(1)</script><a href="https://tickets.example/t/1">Ticket</a>',
  attachments: [
    { filename: 'qr.png', content: dot, cid: 'qr@event-sphere', contentType: 'image/png' },
    { filename: 'tikiti yako.pdf', content: Buffer.from('%PDF-1.4 …'), contentType: 'application/pdf' },
  ],
}

export async function aMailSandbox({ folder }: { folder?: string } = {}) {
  const { url, smtpUrl, close } = await startMailSandbox({ folder })
  onTestFinished(close)
  const { hostname: host, port } = new URL(smtpUrl)
  const transport = (patienceMs = 10_000, pool = false) =>
    nodemailer.createTransport({
      host,
      port: Number(port),
      pool,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    })
  const list = async (query = ''): Promise<Listed> =>
    (await fetch(`${url}/api/messages${query}`)).json() as Promise<Listed>
  const setMode = (mode: string): Promise<Response> =>
    fetch(`${url}/__sim/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode }),
    })
  return {
    url,
    smtpUrl,
    close,
    list,
    setMode,
    transport,
    deliver: (mail: SendMailOptions) => transport().sendMail(mail),
  }
}
