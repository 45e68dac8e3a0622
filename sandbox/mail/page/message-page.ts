import { escapeHtml, html, Markup } from '../../html.ts'
import type { AttachmentFacts, Message } from '../message.ts'
import { attachmentPath } from '../view.ts'
import { document } from './document.ts'
import { frameSandbox } from './letter.ts'
import { when } from './when.ts'

/** Text with clickable links; everything else stays text. */
function linked(text: string): Markup {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/)
  const link = (url: string): string =>
    `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${escapeHtml(url)}</a>`
  return new Markup(parts.map((part, at) => (at % 2 === 1 ? link(part) : escapeHtml(part))).join(''))
}

const file = (message: Message) => (facts: AttachmentFacts, at: number) =>
  html`<li><a href="${attachmentPath(message.id, at)}">${facts.filename}</a> <span class="dim small">${facts.contentType}, ${facts.size.toLocaleString('en')} bytes${facts.contentId && ', shown inside the letter'}</span></li>`

function letter(message: Message): Markup | undefined {
  if (message.html === '') return undefined
  return html`<h2>Letter</h2><iframe title="Letter" sandbox="${frameSandbox}" referrerpolicy="no-referrer" src="/messages/${message.id}/letter"></iframe>`
}

export function messagePage(message: Message): string {
  const files = message.attachments
  return document(
    message.subject || '(no subject)',
    html`<p class="small"><a href="/">All mail</a> · <a href="/?to=${encodeURIComponent(message.to[0] ?? '')}">All to this address</a> · <a href="/api/messages/${message.id}/raw">Source</a></p>
<h1>${message.subject || '(no subject)'}</h1>
<dl><dt>From</dt><dd>${message.from}</dd><dt>To</dt><dd>${message.to.join(', ')}</dd><dt>Date</dt><dd>${when(message.date)}</dd></dl>
${files.length > 0 && html`<h2>Attachments</h2><ul class="files">${files.map(file(message))}</ul>`}
${letter(message)}
<h2>Text</h2><pre>${linked(message.text)}</pre>`,
  )
}
