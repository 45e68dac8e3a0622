import { html, type Markup } from '../html.ts'
import { fill, words } from '../locales/words.ts'
import type { MailedTicket, TicketMail } from './ticket-mail.ts'

/** Gmail cuts a message off at 102 kB; beyond this many, tickets are drawn as lines, and a hundred stay under 60 kB. */
const mostCards = 12

// Mail programs keep little but tables and inline styles. Every colour stands on a ground that is named with it, so
// that a program which darkens mail turns both; the QR brings its own white ground in its picture.
const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const mono = "font-family:'SF Mono',Consolas,'Roboto Mono',monospace"
const ink = 'color:#17211c'
const quiet = 'color:#55625b'
const table = html`role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"`

/** The mail as a mail program shows it: one column that fits 360 px, each ticket drawn as a ticket. */
export function ticketMailHtml(mail: TicketMail): string {
  const said = words(mail.locale).tickets.mail
  return html`<!doctype html>
<html lang="${mail.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<title>${mail.subject}</title>
</head>
<body style="margin:0;padding:0;background:#eef1ee">
<div style="display:none;max-height:0;overflow:hidden">${mail.when}. ${said.hint}</div>
<table ${table} style="background:#eef1ee"><tr><td align="center" style="padding:24px 12px">
<table ${table} style="max-width:440px;text-align:left;${font};font-size:16px;line-height:1.5;${ink}">
<tr><td style="padding:0 4px">
<h1 style="margin:0;font-size:24px;line-height:1.25;font-weight:700">${mail.title}</h1>
${fact(said.when, mail.when)}${mail.where !== null && fact(said.where, mail.where)}${mail.receipts !== undefined && fact(said.receipts, mail.receipts)}
<p style="margin:20px 0 8px">${mail.hello}</p>
<p style="margin:0 0 8px">${mail.opening}</p>
<p style="margin:0 0 20px">${mail.advice}</p>
</td></tr>
${mail.tickets.length > mostCards ? lines(mail) : mail.tickets.map((ticket) => card(ticket, mail))}
<tr><td style="padding:8px 4px 0">
${mail.more !== undefined && html`<p style="margin:0 0 16px">${mail.more}</p>`}
<p style="margin:0 0 20px"><a href="${mail.myTicketsUrl}" style="display:inline-block;padding:13px 22px;border-radius:10px;background:#0f5c3f;color:#ffffff;font-weight:600;text-decoration:none">${said.myTickets}</a></p>
<p style="margin:0 0 8px;font-size:14px;${quiet}">${said.secret}</p>
<p style="margin:0;font-size:14px;${quiet}">${mail.why}</p>
</td></tr>
</table>
</td></tr></table>
</body>
</html>
`.text
}

function fact(name: string, value: string): Markup {
  return html`<p style="margin:8px 0 0;font-size:15px"><span style="${quiet}">${name}</span><br>${value}</p>`
}

/** One ticket: what it is and what it costs, a line to tear at, the code, and whom and when it lets in. */
function card(ticket: MailedTicket, mail: TicketMail): Markup {
  const said = words(mail.locale).tickets.mail
  return html`<tr><td style="padding:0 0 16px">
<table ${table} style="background:#ffffff;border:1px solid #d3dad5;border-radius:16px;${ink}">
<tr><td style="padding:16px 18px;font-size:18px;font-weight:700">${ticket.typeName}</td>
<td align="right" style="padding:16px 18px;white-space:nowrap;font-weight:600">${ticket.price}</td></tr>
<tr><td colspan="2" align="center" style="padding:14px 18px 0;border-top:2px dashed #d3dad5">
${picture(ticket, mail, 245)}
<div style="padding:8px 0 2px;${mono};font-size:22px;font-weight:700;letter-spacing:3px">${ticket.typedCode}</div>
<div style="${mono};font-size:13px;${quiet}">${ticket.number}</div>
</td></tr>
<tr><td colspan="2" style="padding:6px 18px 18px">
${ticket.holderName !== null && fact(said.holder, ticket.holderName)}${fact(said.admits, ticket.admits)}
</td></tr>
</table>
</td></tr>
`
}

/** Very many tickets, under a heading for each type. */
function lines(mail: TicketMail): Markup[] {
  return mail.tickets.map((ticket, at) => {
    const isNextType = ticket.typeName !== mail.tickets[at - 1]?.typeName
    const heading =
      isNextType && html`<p style="font-size:18px"><b>${ticket.typeName}</b> · ${ticket.price}</p>`
    return html`<tr><td align="center" style="padding:12px 4px 20px;background:#fff;border-bottom:2px dashed #d3dad5">
${heading}${picture(ticket, mail, 196)}<br><b style="${mono}">${ticket.typedCode}</b><br>${ticket.number}
</td></tr>
`
  })
}

function picture({ pictureId, number }: MailedTicket, { locale }: TicketMail, size: number): Markup {
  const alt = fill(words(locale).tickets.mail.qrOf, { number })
  return html`<img src="cid:${pictureId}" width="${size}" height="${size}" alt="${alt}" style="display:block;margin:0 auto;border:0">`
}
