export const ticketsInEnglish = {
  free: 'Free',
  price: 'KSh {amount}',
  mail: {
    subject: { one: 'Your ticket for {event}', many: 'Your {count} tickets for {event}' },
    /** Where all tickets are of one type: each has a subject of its own. */
    subjectOfType: {
      one: '{type}: your ticket for {event}',
      many: '{type}: your {count} tickets for {event}',
    },
    hint: 'Show the QR code at the gate. It needs no network.',
    hello: 'Hello {name},',
    helloNameless: 'Hello,',
    opening: {
      one: 'Your place is confirmed. This is your ticket for {event}.',
      many: 'Your places are confirmed. These are your {count} tickets for {event}.',
    },
    advice: {
      one: 'Show the QR code at the gate, on your phone or on paper. If it cannot be read, say the code below it.',
      many: 'At the gate, show the QR code of the ticket that is valid there, on a phone or on paper. If it cannot be read, say the code below it.',
    },
    secret: 'Whoever has the code can come in with it: share it only with the person who will use it.',
    when: 'When',
    where: 'Where',
    holder: 'Name',
    admits: 'Valid on',
    gateOpens: '{days}, gate opens {time}',
    receipts: 'M-Pesa receipt',
    price: 'Price',
    number: 'Ticket number',
    typedCode: 'Code',
    qrOf: 'QR code of ticket {number}',
    myTickets: 'My tickets',
    more: 'This mail shows {shown} of your {count} tickets. The others are in My tickets.',
    why: 'You get this mail because this address was given for {event}.',
  },
}
