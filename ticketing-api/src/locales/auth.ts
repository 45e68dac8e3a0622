export const authInEnglish = {
  linkMail: {
    subject: 'Your sign-in link for Event-Sphere',
    greeting: 'Hello,',
    lead: 'Here is your link to sign in and see your tickets.',
    act: 'Sign in',
    lasts: 'It works once, for {minutes} minutes.',
    orCopy: 'If the button does nothing, copy this address into your browser:',
    notYou: 'You did not ask for it? Then do nothing: without this mail nobody gets in.',
    signature: 'Event-Sphere',
  },
  linkMailReasons: {
    asked: {},
    registeredAgain: {
      subject: 'See all your tickets on Event-Sphere',
      lead: 'Somebody has just registered with this e-mail address, and you have registered before. With this link you see all your tickets in one place.',
      notYou: 'It was not you? Then do nothing: without this mail nobody sees your tickets.',
    },
  },
}

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
