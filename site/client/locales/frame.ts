/** Around every page. */
export const frameInEnglish = {
  'frame.skip': 'Skip to content',
  'frame.home': 'Event-Sphere, home',
  'frame.nav': 'Main',
  'frame.footNav': 'About this site',
  'frame.tickets': 'My tickets',
  'frame.signIn': 'Sign in',
  'frame.signOut': 'Sign out',
  'frame.organiser': 'Organised by {{name}}.',
  'frame.mpesa': 'Payments go through M-Pesa. We never see your PIN.',
  'frame.privacy': 'Privacy',
} as const

export const frameInSwahili: Record<keyof typeof frameInEnglish, string> = {
  'frame.skip': 'Ruka hadi kwenye maudhui',
  'frame.home': 'Event-Sphere, ukurasa wa mwanzo',
  'frame.nav': 'Kuu',
  'frame.footNav': 'Kuhusu tovuti hii',
  'frame.tickets': 'Tiketi zangu',
  'frame.signIn': 'Ingia',
  'frame.signOut': 'Ondoka',
  'frame.organiser': 'Limeandaliwa na {{name}}.',
  'frame.mpesa': 'Malipo hupitia M-Pesa. PIN yako hatuioni kamwe.',
  'frame.privacy': 'Faragha',
}
