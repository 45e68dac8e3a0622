import { escapeHtml } from '../../html.ts'
import { type Message, openAttachments } from '../message.ts'

/** No script, no form, no origin; links may open a window of their own. */
export const frameSandbox = 'allow-popups allow-popups-to-escape-sandbox'

/** The letter may show what it brought with it, and fetch nothing: as a careful mail reader treats it. */
export const letterPolicy = `sandbox ${frameSandbox}; default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'self'`

/** The HTML part with each `cid:` link replaced by the picture itself. */
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
