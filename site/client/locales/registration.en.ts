/** Registering, signing in and the link by e-mail. */
export const registrationInEnglish = {
  'register.title': 'Register',
  'register.lead': 'All we need is your e-mail address.',
  'register.leadTicket': 'First your e-mail address, then {{name}}.',
  'register.notStarted': 'The event page says when it opens.',
  'register.email': 'E-mail address',
  'register.emailHint': 'We send your ticket here too.',
  'register.consent': 'I agree that my details are used to run this event, as explained under',
  'register.consentLink': 'Privacy',
  'register.submit': 'Continue',
  'register.anew':
    'Your ticket went to {{email}}. Enter the right address to get a new one there, free of charge.',
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
