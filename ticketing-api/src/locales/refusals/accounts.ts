import type { RefusalWords } from './refusal-words.ts'

/** Who calls. */
export const refusedAccountsInEnglish = {
  unauthenticated: { title: 'Sign in first', detail: 'Sign in and try again.' },
  token_expired: { title: 'Your session has ended', detail: 'Sign in again; nothing is lost.' },
  wrong_credentials: {
    title: 'Wrong e-mail address or password',
    detail: 'Check both, or ask for a sign-in link.',
  },
  forbidden: { title: 'Not allowed', detail: 'Your account may not do this. Ask the organiser for access.' },
  mailbox_unproven: {
    title: 'First show that this e-mail address is yours',
    detail:
      'Ask for a sign-in link and open it from your mailbox, then go on. Until then an address can get only a few tickets.',
  },
  email_taken: {
    title: 'You have been here before',
    detail: 'This e-mail address has an account. Sign in, or ask for a sign-in link.',
  },
  link_used: {
    title: 'This link no longer works',
    detail: 'It works once, for ten minutes. Ask for a new one.',
  },
  sign_in_by_link: {
    title: 'Sign in with a link this time',
    detail:
      'There have been too many wrong passwords from places that this account does not know. Ask for a sign-in link: it works at once. The password works again later, and from a browser that has signed in before it works now.',
  },
} satisfies Partial<RefusalWords>

export const refusedAccountsInSwahili: typeof refusedAccountsInEnglish = {
  unauthenticated: { title: 'Ingia kwanza', detail: 'Ingia kwenye akaunti yako kisha ujaribu tena.' },
  token_expired: { title: 'Muda wako umeisha', detail: 'Ingia tena; hakuna kilichopotea.' },
  wrong_credentials: {
    title: 'Hazilingani',
    detail: 'Angalia barua pepe na nenosiri, au omba kiungo cha kuingia.',
  },
  forbidden: {
    title: 'Hairuhusiwi',
    detail: 'Akaunti yako hairuhusiwi kufanya hivi. Omba ruhusa kwa mwandalizi.',
  },
  mailbox_unproven: {
    title: 'Kwanza thibitisha kuwa barua pepe hii ni yako',
    detail:
      'Omba kiungo cha kuingia, kifungue kwenye barua pepe yako, kisha uendelee. Kabla ya hapo unaweza kupata tiketi chache tu.',
  },
  email_taken: {
    title: 'Umewahi kuwa hapa',
    detail: 'Barua pepe hii ina akaunti. Ingia, au omba kiungo cha kuingia.',
  },
  link_used: {
    title: 'Kiungo hiki hakifanyi kazi tena',
    detail: 'Hufanya kazi mara moja, kwa dakika kumi. Omba kipya.',
  },
  sign_in_by_link: {
    title: 'Safari hii ingia kwa kiungo',
    detail:
      'Nenosiri limekosewa mara nyingi mno kutoka mahali ambapo akaunti hii haijawahi kutumiwa. Omba kiungo cha kuingia: kinafanya kazi papo hapo. Nenosiri litakubaliwa tena baadaye, na kwenye kivinjari ulichoingilia hapo awali linakubaliwa sasa.',
  },
}
