/** Around every page. */
export const frameInEnglish = {
  'frame.skip': 'Skip to the content',
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
