import type { refusalsInEnglish } from './refusals.en.ts'

export const refusalsInSwahili: typeof refusalsInEnglish = {
  invalid_request: {
    title: 'Kuna kitu hakijajazwa sawa',
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
    title: 'Zimeisha',
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
    title: 'Tunavuta pumzi kidogo',
    detail: 'Hakuna kilichotozwa wala kupotea. Jaribu tena baada ya sekunde chache.',
  },
}
