import type { Locale } from '@event-sphere/contract/auth'
import type { Mail } from './gateways/mailer.ts'
import { html } from './html.ts'

export interface Letter {
  to: string
  locale: Locale
  subject: string
  paragraphs: readonly string[]
}

/** A mail of a few paragraphs: readable as plain text, without links or pictures. */
export const writeLetter = ({ to, locale, subject, paragraphs }: Letter): Mail => ({
  to,
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
  html: html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;padding:24px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:36em;margin:0 auto">${paragraphs.map((text) => html`<p>${text}</p>`)}</div>
</body></html>`.text,
  pictures: [],
})
