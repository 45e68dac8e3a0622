/** What happened, and what to do. `{phone}`, `{paid}`, `{due}`, `{more}`, `{owed}`, `{code}` and the like are filled in. */
export const paymentsInEnglish = {
  asking: 'We are asking M-Pesa to send a payment request to {phone}. Keep the phone near you.',
  waiting: 'Enter your M-Pesa PIN on {phone} to pay {amount}.',
  lost: 'M-Pesa has not told us whether the request reached {phone}. If it appears, enter your PIN. If it does not, you can try again in a moment.',
  /** Nobody has said how it ended, and we still ask; it goes before the text after it. */
  expired: 'M-Pesa has not told us how this request ended. We keep asking.',
  lookFirst:
    'Before you try again, look for a message from M-Pesa on your phone. If money has left, do not pay again: we settle this payment as soon as M-Pesa confirms it. If you have heard nothing by tomorrow, write to the organiser and name {account}.',
  /** Nobody has said how it ended, and there is nobody left to ask. */
  undecided:
    'M-Pesa has not told us how this request ended, and we cannot ask any more. Before you try again, look for a message from M-Pesa on your phone. If money has left, do not pay again: write to the organiser, and name {account} and the code in that message.',
  /** With a new prompt, if an earlier one may have been paid. */
  warning:
    'M-Pesa has not told us how an earlier request for this purchase ended. Before you enter your PIN, look for a message from M-Pesa on your phone. If money has already left, cancel this request, or you will pay twice.',
  paid: 'Paid. Your tickets are ready.',
  paidTooMuch:
    'Paid. Your tickets are ready. {more} more than the price came in; the organiser owes it back to you.',
  paidPartly: '{paid} has come in and {due} is still missing. Pay the rest to get your tickets.',
  owedBack:
    'Your {owed} came in, but no tickets could be issued for it. The organiser owes it back to you and has been told.',
  /** The request is over and nothing was charged. */
  failed: {
    '1': 'The M-Pesa balance was not enough, so nothing was charged. Top up and try again, or use another number.',
    '2': 'The amount is less than M-Pesa takes in one payment. Nothing was charged. Please tell the organiser.',
    '3': 'The amount is more than M-Pesa takes in one payment. Nothing was charged. Please tell the organiser.',
    '4': 'This number has reached its M-Pesa limit for today. Nothing was charged. Use another number, or try again tomorrow.',
    '8': "The organiser's M-Pesa account cannot take more money just now. Nothing was charged. Please tell the organiser.",
    '17': 'M-Pesa does not take the same amount from the same number twice within two minutes. This request charged nothing. Wait two minutes, then try again.',
    '1001':
      'Another M-Pesa session is open on this phone. Nothing was charged. Finish or close it, wait a minute and try again.',
    '1019':
      'The request ran out before the PIN came. Nothing was charged. Try again when you have the phone at hand.',
    '1025':
      'M-Pesa could not show the request on the phone. Nothing was charged. Wait a minute and try again.',
    '1032': 'The request was cancelled on the phone. Nothing was charged. Try again when you are ready.',
    '1037':
      'The phone did not answer: it may be off, out of network or busy. Nothing was charged. Switch it on, keep it near you and try again.',
    '2001': 'The PIN was wrong. Nothing was charged. Try again with your M-Pesa PIN.',
    '2028':
      "M-Pesa does not allow payments to the organiser's account this way. Nothing was charged. Please tell the organiser.",
    SFC_IC0003:
      "M-Pesa does not know the organiser's account. Nothing was charged. Please tell the organiser.",
    '8006':
      'The M-Pesa PIN of this number is locked. Nothing was charged. Call Safaricom on 100 or 200 to unlock it, or use another number.',
    /** The request itself was turned away. */
    phone: 'M-Pesa does not know this number. Nothing was charged. Check it, or use another number.',
    other: 'M-Pesa did not take the request. Nothing was charged. Wait a minute and try again.',
  },
  /** M-Pesa has said something that decides nothing. */
  open: {
    '26': 'M-Pesa is busy and has not said how this payment ended. We keep asking.',
    '1001':
      'M-Pesa says that another session is open on this phone. Finish or close it. We keep asking how this payment ended.',
    '4999':
      'M-Pesa is still working on this payment. Finish it on {phone} if it asks for your PIN; do not pay twice.',
    '9999':
      'M-Pesa had trouble sending the request to {phone}. We keep asking. If it does not come, you can try again in a moment.',
    E3008:
      'M-Pesa reports an unpaid debt on this number and has not said how this payment ended. We keep asking. Another number may work better.',
    other: 'M-Pesa gave an answer that we do not know ({code}). We keep asking how this payment ended.',
  },
  cancelledMail: {
    subject: '{event} has been cancelled',
    opening: '{organization} has cancelled {event}. It will not take place.',
    hadTickets: 'Your tickets for it are no longer valid.',
    waiting: 'Your order {account} has ended. Do not pay for it any more.',
    owed: '{organization} owes you {owed} for your purchase {account}, and has it on its list. If you want to ask, write to {email} and name {account}.',
    question: 'If you want to ask something, write to {email}.',
  },
  owedMail: {
    buyer: {
      subject: '{owed} is owed back to you for {event}',
      opening: 'We received {paid} by M-Pesa for your purchase {account} for {event}.',
      withoutTickets:
        'There are no tickets for it: when it came, no seats were left, the sale had ended, or the event had been cancelled.',
      withTickets: 'Your tickets are valid. They cost {total}, so more came in than they cost.',
      owed: '{organization} owes you {owed} and has been told. You do not need to do anything; if you want to ask, write to {email} and name {account}.',
    },
    organiser: {
      subject: '{owed} to pay back for {event} (purchase {account})',
      opening: '{paid} came in by M-Pesa for purchase {account} for {event}.',
      withoutTickets:
        'No tickets were issued for it: its hold had ended, it had been given up, or the event was withdrawn.',
      withTickets: 'Its tickets were issued. They cost {total}, so more came in than they cost.',
      owed: 'Please pay {owed} back to the buyer, {buyer}. The payments are listed with the purchase.',
    },
  },
}

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
