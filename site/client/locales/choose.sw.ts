import type { chooseInEnglish } from './choose.en.ts'

export const chooseInSwahili: Record<keyof typeof chooseInEnglish, string> = {
  'choose.title': 'Chagua tiketi yako',
  'choose.addTitle': 'Ongeza kwenye usajili wako',
  'choose.free': 'Jisajili bila malipo',
  'choose.paid': 'Lipa {{price}}',
  'choose.both': 'Jisajili na ulipe {{price}}',
  'choose.toPayment': 'Endelea kulipa',
  'choose.howMany': 'Ngapi?',
  'choose.with': 'Pamoja na {{name}} ({{price}})',
  'choose.freeNote': 'Tiketi yako itaonekana mara moja. Tutakutumia kwa barua pepe pia.',
  'choose.paidNote': 'Utalipa kwa M-Pesa kwenye ukurasa ujao. Nafasi yako imehifadhiwa wakati unalipa.',
  'choose.bothNote': 'Utalipa kwa M-Pesa kwenye ukurasa ujao. Nafasi yako ya bure inabaki kwa vyovyote.',
  'choose.registered': 'Umesajiliwa: tiketi yako ya bure iko tayari',
  'choose.all': 'Una tiketi zote zinazouzwa',
  'choose.none': 'Hakuna tiketi zinazouzwa kwa sasa',
  'choose.back': 'Rudi kwenye tukio',
  'choose.address': 'Tiketi zako zitatumwa kwa {{email}}.',
  'choose.changeAddress': 'Badilisha anwani',
  'choose.before':
    'Umewahi kujisajili kwa barua pepe hii? Basi tumekutumia kiungo kinachoonyesha tiketi zako zote.',
}
