import { waitFor } from '../street/wait-for.ts'
import { readQr } from './qr.ts'

type Attachment = { contentType: string; contentId: string | null; url: string }
export type Mail = { subject: string; text: string; html: string; attachments: Attachment[] }

/** All mail that is sent to one address. */
export function aMailbox(sandbox: string, address: string) {
  const list = async (): Promise<Mail[]> => {
    const answer = await fetch(`${sandbox}/api/messages?to=${encodeURIComponent(address)}`)
    return ((await answer.json()) as { items: Mail[] }).items
  }
  const readPicture = async ({ url }: Attachment) => {
    const answer = await fetch(new URL(url, sandbox))
    return readQr(Buffer.from(await answer.arrayBuffer()))
  }
  /** The contents of the QR codes that the mails show inline. */
  const readQrs = (mails: Mail[]) =>
    Promise.all(
      mails.flatMap(({ attachments, html }) =>
        attachments.filter((picture) => isShown(picture, html)).map(readPicture),
      ),
    )
  return {
    list,

    /** The link in the newest mail that has one of this kind. */
    receivesLink: (path: string) =>
      waitFor(`a mail with a link to ${path} for ${address}`, async () => {
        const links = (await list()).flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? [])
        return links.find((link) => new URL(link).pathname.startsWith(path))
      }),

    /** The mails with these QR codes, once all of them have arrived. */
    receivesTickets: (count: number) =>
      waitFor(`a mail with ${count} tickets to ${address}`, async () => {
        const mails = await list()
        const qrs = await readQrs(mails)
        return qrs.length >= count ? { mails, qrs } : undefined
      }),
  }
}

function isShown({ contentType, contentId }: Attachment, html: string): boolean {
  return contentType === 'image/png' && contentId !== null && html.includes(`cid:${contentId}`)
}

/** Sets the mail server's mode: while it is down, nothing is delivered and senders have to retry. */
export async function setMailServer(sandbox: string, mode: 'ok' | 'down'): Promise<void> {
  const answer = await fetch(`${sandbox}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode }),
  })
  if (!answer.ok) throw new Error(`the mail sandbox answered ${answer.status}: ${await answer.text()}`)
}
