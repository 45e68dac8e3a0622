import type { frameInEnglish } from './frame.en.ts'

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
