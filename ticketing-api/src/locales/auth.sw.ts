import type { authInEnglish } from './auth.en.ts'

export const authInSwahili: typeof authInEnglish = {
  linkMail: {
    subject: 'Kiungo chako cha kuingia Event-Sphere',
    greeting: 'Habari,',
    lead: 'Hiki ni kiungo chako cha kuingia na kuona tiketi zako.',
    act: 'Ingia',
    lasts: 'Kinafanya kazi mara moja tu, ndani ya dakika {minutes}.',
    orCopy: 'Kitufe kisipofanya kazi, nakili anwani hii uiweke kwenye kivinjari chako:',
    notYou: 'Hukukiomba wewe? Basi usifanye chochote: bila barua pepe hii hakuna anayeweza kuingia.',
    signature: 'Event-Sphere',
  },
}
