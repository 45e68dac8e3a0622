import type { ticketsInEnglish } from './tickets.en.ts'

export const ticketsInSwahili: Record<keyof typeof ticketsInEnglish, string> = {
  'tickets.title': 'Tiketi zangu',
  'tickets.new': 'Umesajiliwa',
  'tickets.paid': 'Imelipwa. Tiketi zako ni hizi',
  'tickets.mailed':
    'Tunakutumia tiketi zako pia kwa {{email}}, ndani ya dakika chache. Onyesha msimbo ulio hapa chini langoni.',
  'tickets.wrongAddress': 'Anwani hiyo si sahihi?',
  'tickets.registerAnew': 'Jisajili tena kwa anwani sahihi',
  'tickets.keepPicture':
    'Tiketi yako bado ni halali: hifadhi picha ya ukurasa huu, kisha umwombe mwandalizi asahihishe anwani:',
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
