import type { RefusalWords } from './refusal-words.ts'

/** Carts and purchases. */
export const refusedSalesInEnglish = {
  cart_empty: { title: 'Your cart is empty', detail: 'The hold may have ended. Choose your tickets again.' },
  cart_other_event: { title: 'Your cart is for another event', detail: 'Finish or empty it first.' },
  sold_out: {
    title: 'Sold out',
    detail: 'There are not enough seats left. Look again later: seats that others do not pay for come back.',
  },
  sale_closed: {
    title: 'Not on sale now',
    detail: 'The sale has not begun or is over. The event page says when it is open.',
  },
  sales_paused: {
    title: 'Sales are paused',
    detail:
      'The organiser cannot sell or take payments at the moment. Nothing was charged. Tickets that you have stay valid; look again later.',
  },
  limit_reached: {
    title: 'You already have as many as one person may have',
    detail:
      'Look under My tickets: they are there, or an order waits for payment. If not, you have registered with this e-mail address before: sign in with a link by e-mail to see them.',
  },
  too_many_unpaid: {
    title: 'You have unpaid orders',
    detail: 'Pay or cancel the orders that are waiting, then choose again.',
  },
  amount_too_large: {
    title: 'Too much for one M-Pesa payment',
    detail: 'M-Pesa moves at most KSh 250,000 at once. Split it into smaller orders.',
  },
  purchase_closed: {
    title: 'This purchase is closed',
    detail: 'It is paid, cancelled or has run out. Look at your tickets, or start again.',
  },
  total_changed: { title: 'The price has changed', detail: 'Look at the new total and confirm again.' },
  requirement_missing: {
    title: 'Another ticket is needed first',
    detail: 'This ticket goes with general admission. Take that in the same purchase, or register first.',
  },
} satisfies Partial<RefusalWords>

export const refusedSalesInSwahili: typeof refusedSalesInEnglish = {
  cart_empty: {
    title: 'Kikapu chako ni kitupu',
    detail: 'Huenda muda wa kushikiliwa umeisha. Chagua tiketi zako tena.',
  },
  cart_other_event: { title: 'Kikapu chako ni cha tukio lingine', detail: 'Kikamilishe au kiondoe kwanza.' },
  sold_out: {
    title: 'Zimekwisha',
    detail: 'Nafasi zilizobaki hazitoshi. Angalia tena baadaye: nafasi ambazo wengine hawazilipii hurudi.',
  },
  sale_closed: {
    title: 'Haziuzwi sasa',
    detail: 'Mauzo hayajaanza au yameisha. Ukurasa wa tukio unaonyesha ni lini yamefunguliwa.',
  },
  sales_paused: {
    title: 'Mauzo yamesimamishwa kwa muda',
    detail:
      'Kwa sasa mwandalizi hawezi kuuza tiketi wala kupokea malipo. Hakuna pesa iliyotozwa. Tiketi ulizo nazo bado ni halali; angalia tena baadaye.',
  },
  limit_reached: {
    title: 'Tayari una tiketi zote ambazo mtu mmoja anaruhusiwa',
    detail:
      'Angalia Tiketi zangu: zipo, au kuna agizo linalosubiri malipo. Zisipokuwepo, uliwahi kujisajili kwa barua pepe hii: ingia kwa kiungo cha barua pepe ili uzione.',
  },
  too_many_unpaid: {
    title: 'Una maagizo ambayo hayajalipwa',
    detail: 'Lipa au ghairi maagizo yanayosubiri, kisha uchague tena.',
  },
  amount_too_large: {
    title: 'Kiasi ni kikubwa mno kwa malipo moja ya M-Pesa',
    detail: 'M-Pesa hupitisha KSh 250,000 kwa mara moja, si zaidi. Gawanya agizo lako liwe madogo madogo.',
  },
  purchase_closed: {
    title: 'Ununuzi huu umefungwa',
    detail: 'Umelipwa, umeghairiwa au muda wake umeisha. Angalia tiketi zako, au anza upya.',
  },
  total_changed: { title: 'Bei imebadilika', detail: 'Angalia jumla mpya kisha uthibitishe tena.' },
  requirement_missing: {
    title: 'Tiketi nyingine inahitajika kwanza',
    detail:
      'Tiketi hii huenda pamoja na kiingilio cha jumla. Ichukue kwenye ununuzi huohuo, au jisajili kwanza.',
  },
}
