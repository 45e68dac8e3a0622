import { waitFor } from '../street/wait-for.ts'
import { readQr } from './qr.ts'

type Attachment = { contentType: string; contentId: string | null; url: string }
export type Mail = { subject: string; text: string; html: string; attachments: Attachment[] }

/** Where everything that the street sends to one address lands. */
export function aMailbox(sandbox: string, address: string) {
  const list = async (): Promise<Mail[]> => {
    const answer = await fetch(`${sandbox}/api/messages?to=${encodeURIComponent(address)}`)
    return ((await answer.json()) as { items: Mail[] }).items
  }
  const readPicture = async ({ url }: Attachment) => {
    const answer = await fetch(new URL(url, sandbox))
    return readQr(Buffer.from(await answer.arrayBuffer()))
  }
  /** What the QR codes say that letters show in place, as a mail reader would. */
  const readQrs = (mails: Mail[]) =>
    Promise.all(
      mails.flatMap(({ attachments, html }) =>
        attachments.filter((picture) => isShown(picture, html)).map(readPicture),
      ),
    )
  return {
    list,

    /** The link in the newest letter that has one of this kind. */
    receivesLink: (path: string) =>
      waitFor(`a mail with a link to ${path} for ${address}`, async () => {
        const links = (await list()).flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? [])
        return links.find((link) => new URL(link).pathname.startsWith(path))
      }),

    /** The letters that have brought these QR codes, once all of them are there. */
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

/** How the mail server feels: while it is down, nothing is delivered, and senders have to try again. */
export async function setMailServer(sandbox: string, mode: 'ok' | 'down'): Promise<void> {
  const answer = await fetch(`${sandbox}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode }),
  })
  if (!answer.ok) throw new Error(`the mail sandbox answered ${answer.status}: ${await answer.text()}`)
}
