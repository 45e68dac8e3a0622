import type { registrationInEnglish } from './registration.en.ts'

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
