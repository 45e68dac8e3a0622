/** What happens with a person’s details. */
export const privacyInEnglish = {
  'privacy.title': 'Privacy',
  'privacy.version': 'Version: {{version}}',
  'privacy.organiser': 'The organiser',
  'privacy.who.title': 'Who is responsible',
  'privacy.who.text':
    '{{organiser}} decides what happens with your details ({{email}}). Event-Sphere runs this site on its behalf.',
  'privacy.what.title': 'What we keep',
  'privacy.what.text':
    'Your e-mail address; your name and phone number if you give them; your tickets, payments, and when you were at the gate.',
  'privacy.why.title': 'What for',
  'privacy.why.text':
    'To register you, take payment, send your tickets, let you in, and account for money. Not for advertising, and never for sale.',
  'privacy.share.title': 'Who else sees them',
  'privacy.share.text':
    'Safaricom, when you pay by M-Pesa, and the staff at the gate. Nobody else, unless the law demands it.',
  'privacy.keep.title': 'How long',
  'privacy.keep.text':
    'Until the event has been settled. Records of money stay as long as Kenyan tax law asks, without more about you than they need.',
  'privacy.rights.title': 'Your rights',
  'privacy.rights.text':
    'Under the Data Protection Act, 2019 you may see, correct and delete what is kept, and take back your consent: write to {{email}}. You may also complain to the Data Commissioner.',
  'privacy.cookies.title': 'Cookies',
  'privacy.cookies.text':
    'Three, all our own: one keeps you signed in, one protects forms, one remembers your language. Nothing follows you around.',
} as const
