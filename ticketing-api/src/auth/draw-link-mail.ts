import type { Locale } from '@event-sphere/contract/auth'
import { fill, words } from '../locales/words.ts'
import { linkMinutes } from './rules.ts'

/** Why a mailbox gets a link. */
export type LinkMailReason = 'asked' | 'registeredAgain'

/** The sign-in link as a mail: readable as plain text, and without tables, pictures or anything that tracks. */
export function drawLinkMail(
  locale: Locale,
  link: string,
  reason: LinkMailReason,
): { subject: string; html: string; text: string } {
  const said = { ...words(locale).auth.linkMail, ...words(locale).auth.linkMailReasons[reason] }
  const lasts = fill(said.lasts, { minutes: linkMinutes })
  const text = [said.greeting, said.lead, link, lasts, said.notYou, said.signature].join('\n\n')
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${said.subject}</title>
</head>
<body style="margin:0;padding:32px 20px;font-family:system-ui,sans-serif;font-size:17px;line-height:1.55">
<div style="max-width:32em;margin:0 auto">
<p>${said.greeting}</p>
<p>${said.lead}</p>
<p style="margin:28px 0"><a href="${link}" style="display:inline-block;padding:14px 26px;border-radius:8px;background:#0b5d3b;color:#ffffff;font-weight:600;text-decoration:none">${said.act}</a></p>
<p>${lasts}</p>
<p style="font-size:15px">${said.orCopy}<br><a href="${link}" style="word-break:break-all">${link}</a></p>
<p style="font-size:15px">${said.notYou}</p>
<p>${said.signature}</p>
</div>
</body>
</html>
`
  return { subject: said.subject, html, text: `${text}\n` }
}
