import { words } from '../locales/words.ts'
import type { MailedTicket, TicketMail } from './ticket-mail.ts'

/** The mail for those who read plain text: the code that is typed at the door stands for the picture. */
export function ticketMailText(mail: TicketMail): string {
  const said = words(mail.locale).tickets.mail
  const facts = [labelled(said.when, mail.when), mail.where === null ? [] : labelled(said.where, mail.where)]
  const receipts = mail.receipts === undefined ? [] : labelled(said.receipts, mail.receipts)
  const parts = [
    [mail.hello],
    [mail.opening],
    [mail.title, ...facts.flat(), ...receipts],
    ...mail.tickets.map((ticket) => lines(ticket, mail)),
    [mail.advice, said.secret],
    mail.more === undefined ? [] : [mail.more],
    labelled(said.myTickets, mail.myTicketsUrl),
    [mail.why],
  ]
  const filled = parts.filter((part) => part.length > 0)
  return `${filled.map((part) => part.join('\n')).join('\n\n')}\n`
}

function lines(ticket: MailedTicket, { locale }: TicketMail): string[] {
  const said = words(locale).tickets.mail
  return [
    `${ticket.typeName} · ${ticket.price}`,
    ...labelled(said.typedCode, ticket.typedCode),
    ...labelled(said.number, ticket.number),
    ...(ticket.holderName === null ? [] : labelled(said.holder, ticket.holderName)),
    ...labelled(said.admits, ticket.admits),
  ]
}

const labelled = (name: string, value: string) => [`${name}: ${value}`]
