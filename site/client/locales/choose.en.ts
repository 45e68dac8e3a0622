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
  'choose.bothNote': 'You pay by M-Pesa on the next page. Your free place is kept either way.',
  'choose.registered': "You're registered: your free ticket is ready",
  'choose.all': 'You have every ticket that is on sale',
  'choose.none': 'No tickets are on sale right now',
  'choose.back': 'Back to the event',
  'choose.address': 'Your tickets go to {{email}}.',
  'choose.changeAddress': 'Change the address',
  'choose.before':
    'Registered before with this address? Then we have sent you a link that shows all your tickets.',
} as const
