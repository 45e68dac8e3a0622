import type { ticketsInEnglish } from './tickets.en.ts'

export const ticketsInSwahili: typeof ticketsInEnglish = {
  free: 'Bila malipo',
  price: 'KSh {amount}',
  mail: {
    subject: { one: 'Tiketi yako ya {event}', many: 'Tiketi zako {count} za {event}' },
    subjectOfType: { one: '{type}: tiketi yako ya {event}', many: '{type}: tiketi zako {count} za {event}' },
    hint: 'Onyesha msimbo wa QR langoni. Hauhitaji mtandao.',
    hello: 'Habari {name},',
    helloNameless: 'Habari,',
    opening: {
      one: 'Nafasi yako imethibitishwa. Hii ni tiketi yako ya {event}.',
      many: 'Nafasi zako zimethibitishwa. Hizi ni tiketi zako {count} za {event}.',
    },
    advice: {
      one: 'Onyesha msimbo wa QR langoni, kwenye simu au kwenye karatasi. Usiposomeka, taja msimbo ulio chini yake.',
      many: 'Langoni, onyesha msimbo wa QR wa tiketi inayohusika, kwenye simu au kwenye karatasi. Usiposomeka, taja msimbo ulio chini yake.',
    },
    secret: 'Yeyote aliye na msimbo huu anaweza kuingia nao: mpe tu mtu atakayeutumia.',
    when: 'Lini',
    where: 'Wapi',
    holder: 'Jina',
    admits: 'Inatumika',
    gateOpens: '{days}, lango linafunguliwa saa {time}',
    receipts: 'Risiti ya M-Pesa',
    price: 'Bei',
    number: 'Namba ya tiketi',
    typedCode: 'Msimbo',
    qrOf: 'Msimbo wa QR wa tiketi {number}',
    myTickets: 'Tiketi zangu',
    more: 'Barua pepe hii inaonyesha tiketi {shown} kati ya {count}. Nyingine ziko kwenye Tiketi zangu.',
    why: 'Umepata barua pepe hii kwa sababu anwani hii ilitolewa kwa ajili ya {event}.',
  },
}
