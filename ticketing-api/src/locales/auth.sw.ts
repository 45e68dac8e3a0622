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
  linkMailReasons: {
    asked: {},
    registeredAgain: {
      subject: 'Ona tiketi zako zote kwenye Event-Sphere',
      lead: 'Kuna mtu amejisajili sasa hivi kwa barua pepe hii, na wewe ulishajisajili awali. Kwa kiungo hiki utaona tiketi zako zote mahali pamoja.',
      notYou: 'Si wewe? Basi usifanye lolote: bila barua hii hakuna anayeona tiketi zako.',
    },
  },
}
