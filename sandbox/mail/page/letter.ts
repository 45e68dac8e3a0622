import { escapeHtml } from '../../html.ts'
import { type Message, openAttachments } from '../message.ts'

/** No scripts, forms or origin; links may open new windows. */
export const frameSandbox = 'allow-popups allow-popups-to-escape-sandbox'

/** A letter may show its own content and load nothing, as in a careful mail client. */
export const letterPolicy = `sandbox ${frameSandbox}; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'`

/** The HTML part with each `cid:` link replaced by its image. */
export async function letterOf(message: Message): Promise<string> {
  const pictures = new Map<string, string>()
  for (const { contentId, contentType, content } of await openAttachments(message)) {
    const id = contentId?.replace(/^<|>$/g, '')
    if (id) pictures.set(id, `data:${contentType};base64,${content.toString('base64')}`)
  }
  const filled = message.html.replace(/\bcid:([^"'\s)<>]+)/gi, (link, id: string) => {
    const picture = pictures.get(id) ?? pictures.get(safelyDecoded(id))
    return picture ? escapeHtml(picture) : link
  })
  return `<base target="_blank">${filled}`
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
