/** Choosing tickets. */
export const chooseInEnglish = {
  'choose.title': 'Choose your ticket',
  'choose.addTitle': 'Add to your registration',
  'choose.free': 'Register free',
  'choose.paid': 'Pay {{price}}',
  'choose.both': 'Register and pay {{price}}',
  'choose.toPayment': 'Continue to payment',
  'choose.howMany': 'How many?',
  'choose.with': 'Includes {{name}} ({{price}})',
  'choose.freeNote': 'Your ticket appears at once. We e-mail it to you as well.',
  'choose.paidNote': 'You pay by M-Pesa on the next page. Your seat is held while you pay.',
  'choose.bothNote': 'You pay by M-Pesa on the next page. You keep your free place either way.',
  'choose.registered': "You're registered: your free ticket is ready",
  'choose.all': 'You have every ticket that is on sale',
  'choose.none': 'No tickets are on sale right now',
  'choose.back': 'Back to the event',
  'choose.address': 'Your tickets go to {{email}}.',
  'choose.changeAddress': 'Change the address',
  'choose.before':
    'Registered before with this address? Then we have sent you a link that shows all your tickets.',
} as const

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
