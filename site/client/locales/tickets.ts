/** My tickets and the name for the badge. */
export const ticketsInEnglish = {
  'tickets.title': 'My tickets',
  'tickets.new': "You're registered",
  'tickets.paid': 'Paid. Your tickets are here',
  'tickets.mailed':
    'We also e-mail your tickets to {{email}}, within a few minutes. Show the code below at the gate.',
  'tickets.wrongAddress': 'Is that address wrong?',
  'tickets.registerAnew': 'Register again with the right one',
  'tickets.keepPicture':
    'Your ticket is still valid: take a screenshot of this page, and ask the organiser to correct the address:',
  'tickets.away.title': 'Your tickets, as we last saw them',
  'tickets.away.text':
    'We cannot reach the ticket office, so this may have changed since {{moment}}. The QR code is in the e-mail with your ticket, and works offline. At the gate, show that or say the code below.',
  'tickets.away.none': 'We cannot reach the ticket office right now',
  'tickets.away.noneText':
    'Are you at the gate? Show the QR code in the e-mail with your ticket, or a picture of it. It works without this page.',
  'tickets.none': 'You have no tickets yet',
  'tickets.cancelled': '{{title}} has been cancelled',
  'tickets.cancelledText': 'These tickets are no longer valid.',
  'tickets.cancelledMoney': 'The organiser owes you what you paid: your receipts say how much.',
  'tickets.cancelledAsk': 'Questions go to',
  'tickets.pending': 'Waiting for payment',
  'tickets.asking': 'M-Pesa is waiting for your PIN',
  'tickets.seeHow': 'See the payment',
  'tickets.have': 'You already have {{name}}',
  'tickets.seeEvent': 'See the event',
  'tickets.payNow': 'Pay now · {{amount}}',

  'ticket.qr': 'QR code of ticket {{code}}',
  'ticket.typed': 'If the scanner fails, say this code',
  'ticket.days': 'Valid on',
  'ticket.place': 'Where',
  'ticket.holder': 'Name',
  'ticket.noName': 'Add your name',
  'ticket.code': 'Ticket number',
  'ticket.status.valid': 'Valid',
  'ticket.status.transferred': 'Transferred to someone else',
  'ticket.status.cancelled': 'Cancelled',
  'ticket.status.refunded': 'Paid back',

  'name.title': 'Your name on the badge',
  'name.text': 'Printed on your badge and your tickets. It saves time at the gate.',
  'name.first': 'First name',
  'name.last': 'Last name',
  'name.submit': 'Save name',
} as const

export const ticketsInSwahili: Record<keyof typeof ticketsInEnglish, string> = {
  'tickets.title': 'Tiketi zangu',
  'tickets.new': 'Umesajiliwa',
  'tickets.paid': 'Imelipwa. Tiketi zako ni hizi',
  'tickets.mailed':
    'Tunakutumia tiketi zako pia kwa {{email}}, ndani ya dakika chache. Onyesha msimbo ulio hapa chini langoni.',
  'tickets.wrongAddress': 'Anwani hiyo si sahihi?',
  'tickets.registerAnew': 'Jisajili tena kwa anwani sahihi',
  'tickets.keepPicture':
    'Tiketi yako bado ni halali: piga picha ya skrini ya ukurasa huu, kisha umwombe mwandalizi asahihishe anwani:',
  'tickets.away.title': 'Tiketi zako, kama tulivyoziona mwisho',
  'tickets.away.text':
    'Hatuwezi kufikia ofisi ya tiketi, hivyo huenda kuna mabadiliko tangu {{moment}}. Msimbo wa QR uko kwenye barua pepe yenye tiketi yako, na hauhitaji mtandao. Langoni, uonyeshe huo au taja msimbo ulio hapa chini.',
  'tickets.away.none': 'Hatuwezi kufikia ofisi ya tiketi kwa sasa',
  'tickets.away.noneText':
    'Uko langoni? Onyesha msimbo wa QR ulio kwenye barua pepe yenye tiketi yako, au picha yake. Unafanya kazi bila ukurasa huu.',
  'tickets.none': 'Huna tiketi bado',
  'tickets.cancelled': '{{title}} limeghairiwa',
  'tickets.cancelledText': 'Tiketi hizi si halali tena.',
  'tickets.cancelledMoney':
    'Mwandalizi ana deni la kukurudishia ulicholipa kwa tukio hili: kiasi kiko kwenye risiti zako.',
  'tickets.cancelledAsk': 'Ukiwa na swali, andika kwa',
  'tickets.pending': 'Inasubiri malipo',
  'tickets.asking': 'M-Pesa inasubiri PIN yako',
  'tickets.seeHow': 'Ona malipo',
  'tickets.have': 'Tayari una {{name}}',
  'tickets.seeEvent': 'Ona tukio',
  'tickets.payNow': 'Lipa sasa · {{amount}}',

  'ticket.qr': 'Msimbo wa QR wa tiketi {{code}}',
  'ticket.typed': 'Skana ikishindwa, taja msimbo huu',
  'ticket.days': 'Inatumika',
  'ticket.place': 'Mahali',
  'ticket.holder': 'Jina',
  'ticket.noName': 'Weka jina lako',
  'ticket.code': 'Namba ya tiketi',
  'ticket.status.valid': 'Halali',
  'ticket.status.transferred': 'Amepewa mtu mwingine',
  'ticket.status.cancelled': 'Imeghairiwa',
  'ticket.status.refunded': 'Pesa zilirudishwa',

  'name.title': 'Jina lako kwenye beji',
  'name.text': 'Linaandikwa kwenye beji na tiketi zako. Huokoa muda langoni.',
  'name.first': 'Jina la kwanza',
  'name.last': 'Jina la ukoo',
  'name.submit': 'Hifadhi jina',
}
