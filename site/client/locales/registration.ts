/** Registering, signing in and sign-in links. */
export const registrationInEnglish = {
  'register.title': 'Register',
  'register.lead': 'All we need is your e-mail address.',
  'register.leadTicket': 'First your e-mail address, then {{name}}.',
  'register.notStarted': 'The event page says when it opens.',
  'register.email': 'E-mail address',
  'register.emailHint': 'We will send your ticket here too.',
  'register.consent': 'I agree that my details are used to run this event, as explained under',
  'register.consentLink': 'Privacy',
  'register.submit': 'Continue',
  'register.anew':
    'Your ticket was sent to {{email}}. Enter the right address to get a new one there, free of charge.',
  'register.have': 'Registered before?',

  'signIn.title': 'Sign in',
  'signIn.lead': 'We e-mail you a link that opens your tickets.',
  'signIn.sendLink': 'E-mail me a link',
  'signIn.withPassword': 'I have a password',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in with password',
  'signIn.new': 'Not registered yet?',

  'linkSent.title': 'Check your e-mail',
  'linkSent.to': 'If {{email}} is registered, a link is on its way',
  'linkSent.text':
    'It works for ten minutes. If it does not arrive, check your spam folder or ask for another one.',
  'linkSent.again': 'Send it again',

  'redeem.title': 'Open my tickets',
  'redeem.text': 'This signs you in on this phone or computer.',
  'redeem.submit': 'Sign me in',
  'redeem.newLink': 'Get a new link',
} as const

export const registrationInSwahili: Record<keyof typeof registrationInEnglish, string> = {
  'register.title': 'Jisajili',
  'register.lead': 'Tunahitaji barua pepe yako tu.',
  'register.leadTicket': 'Kwanza barua pepe yako, kisha {{name}}.',
  'register.notStarted': 'Ukurasa wa tukio unasema utafunguliwa lini.',
  'register.email': 'Barua pepe',
  'register.emailHint': 'Tutakutumia tiketi yako hapa pia.',
  'register.consent': 'Nakubali taarifa zangu zitumike kuendesha tukio hili, kama ilivyoelezwa kwenye',
  'register.consentLink': 'Faragha',
  'register.submit': 'Endelea',
  'register.anew':
    'Tiketi yako imetumwa kwa {{email}}. Andika anwani sahihi upate nyingine huko, bila malipo.',
  'register.have': 'Umewahi kujisajili?',

  'signIn.title': 'Ingia',
  'signIn.lead': 'Tutakutumia kiungo kwa barua pepe kinachofungua tiketi zako.',
  'signIn.sendLink': 'Nitumie kiungo',
  'signIn.withPassword': 'Nina nenosiri',
  'signIn.password': 'Nenosiri',
  'signIn.submit': 'Ingia kwa nenosiri',
  'signIn.new': 'Hujajisajili bado?',

  'linkSent.title': 'Angalia barua pepe yako',
  'linkSent.to': 'Ikiwa {{email}} imesajiliwa, kiungo kiko njiani',
  'linkSent.text': 'Kinafanya kazi kwa dakika kumi. Kisipofika, angalia kwenye barua taka, au uombe kingine.',
  'linkSent.again': 'Tuma tena',

  'redeem.title': 'Fungua tiketi zangu',
  'redeem.text': 'Utaingia kwenye simu au kompyuta hii.',
  'redeem.submit': 'Niingize',
  'redeem.newLink': 'Pata kiungo kipya',
}
