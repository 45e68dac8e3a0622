import type { paymentsInEnglish } from './payments.en.ts'

export const paymentsInSwahili: typeof paymentsInEnglish = {
  asking: 'Tunaiomba M-Pesa itume ombi la malipo kwa {phone}. Weka simu karibu nawe.',
  waiting: 'Weka PIN yako ya M-Pesa kwenye {phone} ili ulipe {amount}.',
  lost: 'M-Pesa haijatuambia kama ombi limefika kwa {phone}. Likionekana, weka PIN yako. Lisipoonekana, unaweza kujaribu tena baada ya muda mfupi.',
  expired: 'M-Pesa haijatuambia ombi hili liliishaje. Tunaendelea kuuliza.',
  lookFirst:
    'Kabla ya kujaribu tena, angalia kama umepata ujumbe wa M-Pesa kwenye simu yako. Ikiwa pesa zimetoka, usilipe tena: tutayashughulikia malipo haya mara tu M-Pesa itakapoyathibitisha. Usipopata habari kufikia kesho, mwandikie mwandalizi na utaje {account}.',
  undecided:
    'M-Pesa haijatuambia ombi hili liliishaje, na hatuwezi kuuliza tena. Kabla ya kujaribu tena, angalia kama umepata ujumbe wa M-Pesa kwenye simu yako. Ikiwa pesa zimetoka, usilipe tena: mwandikie mwandalizi, na utaje {account} na namba ya muamala iliyo kwenye ujumbe huo.',
  warning:
    'M-Pesa haijatuambia ombi la awali la ununuzi huu liliishaje. Kabla ya kuweka PIN, angalia kama umepata ujumbe wa M-Pesa kwenye simu yako. Ikiwa pesa zimeshatoka, ghairi ombi hili, la sivyo utalipa mara mbili.',
  paid: 'Umelipa. Tiketi zako ziko tayari.',
  paidTooMuch:
    'Umelipa. Tiketi zako ziko tayari. Zimeingia {more} zaidi ya bei; mwandalizi anapaswa kukurudishia.',
  paidPartly: 'Zimeingia {paid} na bado zinahitajika {due}. Lipa kiasi kilichobaki ili upate tiketi zako.',
  owedBack:
    '{owed} zako zimeingia, lakini hazikuweza kutolewa tiketi. Mwandalizi anapaswa kukurudishia na amejulishwa.',
  failed: {
    '1': 'Salio la M-Pesa halikutosha, hivyo hakuna kilichotozwa. Ongeza salio kisha ujaribu tena, au tumia namba nyingine.',
    '2': 'Kiasi ni kidogo kuliko M-Pesa inavyopokea kwa malipo moja. Hakuna kilichotozwa. Tafadhali mjulishe mwandalizi.',
    '3': 'Kiasi ni kikubwa kuliko M-Pesa inavyopokea kwa malipo moja. Hakuna kilichotozwa. Tafadhali mjulishe mwandalizi.',
    '4': 'Namba hii imefikia kikomo chake cha M-Pesa cha leo. Hakuna kilichotozwa. Tumia namba nyingine, au jaribu tena kesho.',
    '8': 'Akaunti ya M-Pesa ya mwandalizi haiwezi kupokea pesa zaidi kwa sasa. Hakuna kilichotozwa. Tafadhali mjulishe mwandalizi.',
    '17': 'M-Pesa haipokei kiasi kilekile kutoka namba ileile mara mbili ndani ya dakika mbili. Ombi hili halikutoza chochote. Subiri dakika mbili, kisha ujaribu tena.',
    '1001':
      'Kuna shughuli nyingine ya M-Pesa iliyo wazi kwenye simu hii. Hakuna kilichotozwa. Ikamilishe au uifunge, subiri dakika moja kisha ujaribu tena.',
    '1019':
      'Muda wa ombi uliisha kabla ya PIN kuwekwa. Hakuna kilichotozwa. Jaribu tena ukiwa na simu mkononi.',
    '1025':
      'M-Pesa haikuweza kuonyesha ombi kwenye simu. Hakuna kilichotozwa. Subiri dakika moja kisha ujaribu tena.',
    '1032': 'Ombi lilighairiwa kwenye simu. Hakuna kilichotozwa. Jaribu tena ukiwa tayari.',
    '1037':
      'Simu haikujibu: huenda imezimwa, haina mtandao au inatumika. Hakuna kilichotozwa. Iwashe, iweke karibu nawe kisha ujaribu tena.',
    '2001': 'PIN haikuwa sahihi. Hakuna kilichotozwa. Jaribu tena kwa PIN yako ya M-Pesa.',
    '2028':
      'M-Pesa hairuhusu kulipa akaunti ya mwandalizi kwa njia hii. Hakuna kilichotozwa. Tafadhali mjulishe mwandalizi.',
    SFC_IC0003: 'M-Pesa haitambui akaunti ya mwandalizi. Hakuna kilichotozwa. Tafadhali mjulishe mwandalizi.',
    '8006':
      'PIN ya M-Pesa ya namba hii imefungwa. Hakuna kilichotozwa. Pigia Safaricom 100 au 200 ili ifunguliwe, au tumia namba nyingine.',
    phone: 'M-Pesa haitambui namba hii. Hakuna kilichotozwa. Ihakikishe, au tumia namba nyingine.',
    other: 'M-Pesa haikupokea ombi. Hakuna kilichotozwa. Subiri dakika moja kisha ujaribu tena.',
  },
  open: {
    '26': 'M-Pesa ina shughuli nyingi na haijasema malipo haya yaliishaje. Tunaendelea kuuliza.',
    '1001':
      'M-Pesa inasema kuna shughuli nyingine iliyo wazi kwenye simu hii. Ikamilishe au uifunge. Tunaendelea kuuliza malipo haya yaliishaje.',
    '4999':
      'M-Pesa bado inashughulikia malipo haya. Yakamilishe kwenye {phone} ikikuomba PIN; usilipe mara mbili.',
    '9999':
      'M-Pesa ilipata shida kutuma ombi kwa {phone}. Tunaendelea kuuliza. Lisipofika, unaweza kujaribu tena baada ya muda mfupi.',
    E3008:
      'M-Pesa inasema namba hii ina deni ambalo halijalipwa na haijasema malipo haya yaliishaje. Tunaendelea kuuliza. Huenda namba nyingine ikafaa zaidi.',
    other: 'M-Pesa imetoa jibu tusilolijua ({code}). Tunaendelea kuuliza malipo haya yaliishaje.',
  },
  cancelledMail: {
    subject: '{event} limeghairiwa',
    opening: '{organization} imeghairi {event}. Halitafanyika.',
    hadTickets: 'Tiketi zako za tukio hili si halali tena.',
    waiting: 'Agizo lako {account} limekwisha. Usililipie tena.',
    owed: '{organization} inapaswa kukurudishia {owed} za ununuzi wako {account}, na iko kwenye orodha yake. Ukitaka kuuliza, andika kwa {email} na utaje {account}.',
    question: 'Ukiwa na swali, andika kwa {email}.',
  },
  owedMail: {
    buyer: {
      subject: 'Unapaswa kurudishiwa {owed} za {event}',
      opening: 'Tumepokea {paid} kwa M-Pesa kwa ununuzi wako {account} wa {event}.',
      withoutTickets:
        'Hakuna tiketi zilizotolewa: zilipofika, nafasi zilikuwa zimekwisha, mauzo yalikuwa yamefungwa, au tukio lilikuwa limeghairiwa.',
      withTickets: 'Tiketi zako ni halali. Bei yake ni {total}, hivyo zimeingia pesa zaidi ya bei.',
      owed: '{organization} inapaswa kukurudishia {owed} na imejulishwa. Huhitaji kufanya chochote; ukitaka kuuliza, andika kwa {email} na utaje {account}.',
    },
    organiser: {
      subject: 'Za kurudishwa: {owed} za {event} (ununuzi {account})',
      opening: '{paid} zimeingia kwa M-Pesa kwa ununuzi {account} wa {event}.',
      withoutTickets:
        'Hakuna tiketi zilizotolewa: muda wa kushikilia nafasi ulikuwa umeisha, ununuzi ulikuwa umeghairiwa, au tukio liliondolewa.',
      withTickets: 'Tiketi zake zilitolewa. Bei yake ni {total}, hivyo zimeingia pesa zaidi ya bei.',
      owed: 'Tafadhali mrudishie mnunuzi, {buyer}, {owed}. Malipo yameorodheshwa pamoja na ununuzi.',
    },
  },
}
