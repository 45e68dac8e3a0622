import type { RefusalWords } from './refusal-words.ts'

/** Paying by M-Pesa. */
export const refusedPaymentsInEnglish = {
  payment_in_progress: {
    title: 'A payment request is open',
    detail: 'Answer the one on the phone first, or wait until it ends.',
  },
  phone_busy: {
    title: 'This phone already has a payment request open',
    detail:
      'Another order is being paid with it, and M-Pesa shows one request at a time. Nothing was charged. Finish the request on the phone first; then ask for this one. If both cost the same, M-Pesa wants two minutes in between.',
  },
  same_amount_just_paid: {
    title: 'This phone has just paid the same amount',
    detail:
      'M-Pesa does not take the same amount from one number twice within two minutes. Nothing was charged for this order. Wait until the time that is named and try again, or use another number.',
  },
  phone_invalid: {
    title: 'That is not a Kenyan mobile number',
    detail: 'Write it like 0712 345 678 or +254 712 345 678.',
  },
  payment_provider_refused: {
    title: 'M-Pesa did not take the request',
    detail: 'Nothing was charged. Try again in a minute.',
  },
} satisfies Partial<RefusalWords>

export const refusedPaymentsInSwahili: typeof refusedPaymentsInEnglish = {
  payment_in_progress: {
    title: 'Kuna ombi la malipo lililo wazi',
    detail: 'Jibu lile lililo kwenye simu kwanza, au subiri liishe.',
  },
  phone_busy: {
    title: 'Simu hii tayari ina ombi la malipo',
    detail:
      'Agizo lingine linalipiwa kwa simu hii, na M-Pesa huonyesha ombi moja kwa wakati mmoja. Hakuna pesa iliyotozwa. Kwanza maliza ombi lililo kwenye simu; kisha omba hili. Kama bei ni sawa, M-Pesa hutaka dakika mbili kati ya malipo hayo.',
  },
  same_amount_just_paid: {
    title: 'Simu hii imelipa kiasi hicho hicho sasa hivi',
    detail:
      'M-Pesa haipokei kiasi kilekile kutoka namba moja mara mbili ndani ya dakika mbili. Hakuna pesa iliyotozwa kwa agizo hili. Subiri hadi muda uliotajwa kisha ujaribu tena, au tumia namba nyingine.',
  },
  phone_invalid: {
    title: 'Hiyo si namba ya simu ya mkononi ya Kenya',
    detail: 'Iandike kama 0712 345 678 au +254 712 345 678.',
  },
  payment_provider_refused: {
    title: 'M-Pesa haikupokea ombi',
    detail: 'Hakuna kilichotozwa. Jaribu tena baada ya dakika moja.',
  },
}
