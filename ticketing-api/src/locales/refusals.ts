import type { RefusalCode } from '@event-sphere/contract/refusals'

/** What happened, and what to do next. */
export const refusalsInEnglish = {
  invalid_request: {
    title: 'Some fields are invalid',
    detail: 'Check the fields listed and send it again.',
  },
  field_unknown: {
    title: 'There is a field that this call does not have',
    detail: 'Nothing was done. Take out the fields that are named, or check their spelling.',
  },
  idempotency_key_missing: {
    title: 'This call needs an Idempotency-Key',
    detail:
      'Send an Idempotency-Key header of 16 to 255 characters, new for each act and the same for each retry.',
  },
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
  not_found: {
    title: 'Not found',
    detail: 'It does not exist, or it is not yours to see. Check the address or start again.',
  },
  unknown_ticket: {
    title: 'Unknown ticket',
    detail: 'No ticket has this code. Check it letter by letter, or ask for the QR.',
  },
  method_not_allowed: {
    title: 'Method not allowed',
    detail: 'The Allow header lists the methods of this address.',
  },
  timed_out: {
    title: 'The request took too long to arrive',
    detail: 'Check the connection and send it again.',
  },
  idempotency_key_in_use: {
    title: 'Still working on it',
    detail: 'The same request is being handled. Ask again in a second.',
  },
  email_taken: {
    title: 'You have been here before',
    detail: 'This e-mail address has an account. Sign in, or ask for a sign-in link.',
  },
  code_taken: { title: 'This code is taken', detail: 'Choose a different code.' },
  slug_taken: {
    title: 'This web address is taken',
    detail: 'Another of your events has this slug. Choose a different one.',
  },
  webhook_exists: {
    title: 'You have a webhook of this address',
    detail: 'Change that one, or delete it first.',
  },
  too_many_webhooks: {
    title: 'You have as many webhooks as there can be',
    detail: 'Delete one that you no longer use, or let one receiver pass things on.',
  },
  webhook_disabled: {
    title: 'This webhook is switched off',
    detail: 'Switch it on first; then ask for what failed to be sent again.',
  },
  already_sold: {
    title: 'Tickets have been sold already',
    detail: 'This can change only until the first ticket is sold or held. Create a new one instead.',
  },
  name_taken: {
    title: 'This name is taken',
    detail: 'Another entrance of this event has it. Choose a different name.',
  },
  entrance_in_use: {
    title: 'This entrance stays',
    detail:
      'An event keeps its default entrance, and every entrance where tickets have been scanned. Change its name, tickets or hours instead.',
  },
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
  event_cancelled: {
    title: 'This event is cancelled',
    detail:
      'A cancelled event stays cancelled: its tickets have ended and their holders were told. Create a new event.',
  },
  link_used: {
    title: 'This link no longer works',
    detail: 'It works once, for ten minutes. Ask for a new one.',
  },
  too_large: { title: 'Too large', detail: 'Send less at once.' },
  unsupported_media_type: { title: 'Only JSON is understood', detail: 'Send the body as application/json.' },
  idempotency_key_reused: {
    title: 'This key was used for something else',
    detail: 'Use a new Idempotency-Key for a different request.',
  },
  total_changed: { title: 'The price has changed', detail: 'Look at the new total and confirm again.' },
  requirement_missing: {
    title: 'Another ticket is needed first',
    detail: 'This ticket goes with general admission. Take that in the same purchase, or register first.',
  },
  webhook_url_refused: {
    title: 'Nothing can be sent to this address',
    detail:
      'Use an https address on the open internet, on port 443 or 8443, without a user name or password in it.',
  },
  phone_invalid: {
    title: 'That is not a Kenyan mobile number',
    detail: 'Write it like 0712 345 678 or +254 712 345 678.',
  },
  ticket_type_unknown: {
    title: 'This ticket is not offered',
    detail: 'Choose one of the tickets on the event page.',
  },
  sign_in_by_link: {
    title: 'Sign in with a link this time',
    detail:
      'There have been too many wrong passwords from places that this account does not know. Ask for a sign-in link: it works at once. The password works again later, and from a browser that has signed in before it works now.',
  },
  rate_limited: { title: 'Too many tries', detail: 'Wait a while and try again.' },
  headers_too_large: { title: 'The headers are too large', detail: 'Send less: 16 kB is the limit.' },
  fault: {
    title: 'Something broke on our side',
    detail: 'Try again in a minute. If it keeps happening, tell us the request id.',
  },
  payment_provider_refused: {
    title: 'M-Pesa did not take the request',
    detail: 'Nothing was charged. Try again in a minute.',
  },
  unavailable: {
    title: 'Temporarily unavailable',
    detail:
      'We do not know whether this went through. Try again in a few seconds: with the same Idempotency-Key it acts only once.',
  },
} satisfies Record<RefusalCode, { title: string; detail: string }>

export const refusalsInSwahili: typeof refusalsInEnglish = {
  invalid_request: {
    title: 'Baadhi ya sehemu si sahihi',
    detail: 'Angalia sehemu zilizotajwa kisha utume tena.',
  },
  field_unknown: {
    title: 'Kuna sehemu ambayo ombi hili halina',
    detail: 'Hakuna kilichofanyika. Ondoa sehemu zilizotajwa, au angalia tahajia zake.',
  },
  idempotency_key_missing: {
    title: 'Ombi hili linahitaji Idempotency-Key',
    detail:
      'Tuma kichwa cha Idempotency-Key chenye herufi 16 hadi 255, kipya kwa kila tendo na kilekile kwa kila jaribio.',
  },
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
  not_found: { title: 'Haipatikani', detail: 'Haipo, au si yako kuiona. Angalia anwani au anza upya.' },
  unknown_ticket: {
    title: 'Tiketi haijulikani',
    detail: 'Hakuna tiketi yenye msimbo huu. Uangalie herufi kwa herufi, au omba QR.',
  },
  method_not_allowed: {
    title: 'Anwani hii haifanyi hivyo',
    detail: 'Kichwa cha Allow kinaeleza inavyoweza kuulizwa.',
  },
  timed_out: { title: 'Ombi limechelewa kufika', detail: 'Angalia mtandao kisha ulitume tena.' },
  idempotency_key_in_use: {
    title: 'Bado tunashughulikia',
    detail: 'Ombi hilohilo linashughulikiwa. Uliza tena baada ya sekunde moja.',
  },
  email_taken: {
    title: 'Umewahi kuwa hapa',
    detail: 'Barua pepe hii ina akaunti. Ingia, au omba kiungo cha kuingia.',
  },
  name_taken: {
    title: 'Jina hili tayari linatumika',
    detail: 'Lango lingine la tukio hili lina jina hili. Chagua tofauti.',
  },
  entrance_in_use: {
    title: 'Lango hili haliwezi kufutwa',
    detail:
      'Lango la kawaida la tukio, na lango lolote ambalo tiketi zimeshakaguliwa, hubaki. Badilisha jina, tiketi au saa zake badala yake.',
  },
  code_taken: { title: 'Msimbo huu umeshachukuliwa', detail: 'Chagua msimbo mwingine.' },
  slug_taken: {
    title: 'Anwani hii ya tovuti imeshachukuliwa',
    detail: 'Tukio lako lingine lina anwani hii. Chagua nyingine.',
  },
  webhook_exists: {
    title: 'Tayari una webhook ya anwani hii',
    detail: 'Badilisha iliyopo, au uifute kwanza.',
  },
  too_many_webhooks: {
    title: 'Idadi ya webhook imefika kikomo',
    detail: 'Futa usiyoitumia tena, au tumia mfumo mmoja kupokea na kupitisha kwa mingine.',
  },
  webhook_disabled: {
    title: 'Webhook hii imezimwa',
    detail: 'Iwashe kwanza, kisha uombe zilizoshindikana zitumwe tena.',
  },
  already_sold: {
    title: 'Tiketi zimeshauzwa',
    detail: 'Hili hubadilika tu kabla ya tiketi ya kwanza kuuzwa au kushikiliwa. Tengeneza mpya badala yake.',
  },
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
  event_cancelled: {
    title: 'Tukio hili limeghairiwa',
    detail:
      'Tukio lililoghairiwa haliwezi kurejeshwa: tiketi zake zimekwisha na wenye tiketi wamejulishwa. Unda tukio jipya.',
  },
  link_used: {
    title: 'Kiungo hiki hakifanyi kazi tena',
    detail: 'Hufanya kazi mara moja, kwa dakika kumi. Omba kipya.',
  },
  too_large: { title: 'Ni kubwa mno', detail: 'Tuma kidogo kidogo.' },
  unsupported_media_type: { title: 'Tunaelewa JSON pekee', detail: 'Tuma maudhui kama application/json.' },
  idempotency_key_reused: {
    title: 'Ufunguo huu ulitumika kwa jambo lingine',
    detail: 'Tumia Idempotency-Key mpya kwa ombi tofauti.',
  },
  total_changed: { title: 'Bei imebadilika', detail: 'Angalia jumla mpya kisha uthibitishe tena.' },
  requirement_missing: {
    title: 'Tiketi nyingine inahitajika kwanza',
    detail:
      'Tiketi hii huenda pamoja na kiingilio cha jumla. Ichukue kwenye ununuzi huohuo, au jisajili kwanza.',
  },
  webhook_url_refused: {
    title: 'Haiwezekani kutuma kwenye anwani hii',
    detail:
      'Tumia anwani ya https iliyo kwenye mtandao wa wazi, mlango 443 au 8443, bila jina la mtumiaji wala nenosiri ndani yake.',
  },
  phone_invalid: {
    title: 'Hiyo si namba ya simu ya mkononi ya Kenya',
    detail: 'Iandike kama 0712 345 678 au +254 712 345 678.',
  },
  ticket_type_unknown: {
    title: 'Tiketi hii haitolewi',
    detail: 'Chagua mojawapo ya tiketi kwenye ukurasa wa tukio.',
  },
  sign_in_by_link: {
    title: 'Safari hii ingia kwa kiungo',
    detail:
      'Nenosiri limekosewa mara nyingi mno kutoka mahali ambapo akaunti hii haijawahi kutumiwa. Omba kiungo cha kuingia: kinafanya kazi papo hapo. Nenosiri litakubaliwa tena baadaye, na kwenye kivinjari ulichoingilia hapo awali linakubaliwa sasa.',
  },
  rate_limited: { title: 'Umejaribu mara nyingi mno', detail: 'Subiri kidogo kisha ujaribu tena.' },
  headers_too_large: { title: 'Vichwa vya ombi ni vikubwa mno', detail: 'Tuma vidogo: kikomo ni kB 16.' },
  fault: {
    title: 'Kuna kitu kimeharibika upande wetu',
    detail: 'Jaribu tena baada ya dakika moja. Ikiendelea, tuambie namba ya ombi.',
  },
  payment_provider_refused: {
    title: 'M-Pesa haikupokea ombi',
    detail: 'Hakuna kilichotozwa. Jaribu tena baada ya dakika moja.',
  },
  unavailable: {
    title: 'Huduma haipatikani kwa sasa',
    detail:
      'Hatujui kama ombi hili lilikamilika. Jaribu tena baada ya sekunde chache: kwa Idempotency-Key ile ile halitatekelezwa mara mbili.',
  },
}
