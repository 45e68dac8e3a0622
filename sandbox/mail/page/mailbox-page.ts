import { html, type Markup } from '../../html.ts'
import { type Mailbox, sentToSomethingLike } from '../mailbox.ts'
import type { Message } from '../message.ts'
import { document } from './document.ts'
import { when } from './when.ts'

const shown = 100

const line = (message: Message): Markup =>
  html`<li><a href="/messages/${message.id}"><strong>${message.subject || '(no subject)'}</strong><span class="end dim small">${when(message.date)}</span>
<span class="dim small">to ${message.to.join(', ')}</span><span class="end dim small">${message.attachments.length > 0 && `${message.attachments.length} attached`}</span></a></li>`

function mails(found: Message[], to: string): Markup {
  if (found.length > 0) return html`<ol class="mails">${found.slice(0, shown).map(line)}</ol>`
  return html`<p class="empty">${to ? `No mail to ${to}.` : 'No mail yet. All mail that the system sends arrives here and nowhere else.'}</p>`
}

/** The list of mails, newest first. It does not refresh itself, which would clear the search field. */
export function mailboxPage(mailbox: Mailbox, to: string): string {
  const found = mailbox.list(to ? sentToSomethingLike(to) : undefined)
  const body = html`<header><h1>Mailbox</h1><span class="dim small">mail sandbox · nothing leaves this machine</span></header>
<form method="get" action="/"><input name="to" value="${to}" aria-label="Recipient" placeholder="To: someone@example.com"><button>Search</button></form>
${mails(found, to)}
<p class="dim small">${found.length > shown && `The newest ${shown} of ${found.length}.`}</p>`
  return document('Mailbox', body)
}
