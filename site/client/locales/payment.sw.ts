import type { paymentInEnglish } from './payment.en.ts'

export const paymentInSwahili: Record<keyof typeof paymentInEnglish, string> = {
  'pay.title': 'Lipa kwa M-Pesa',
  'pay.total': 'Jumla ya kulipa',
  'pay.held': 'Nafasi yako imehifadhiwa hadi',
  'pay.countdown': 'zimebaki {{time}}',
  'pay.countdownOver': 'Muda umeisha',
  'pay.phone': 'Namba ya simu ya M-Pesa',
  'pay.phoneHint': 'Namba ya Safaricom, kama 0712 345 678 au +254 712 345 678.',
  'pay.submit': 'Lipa {{amount}}',
  'pay.registered': 'Umesajiliwa',
  'pay.registeredText': 'Tiketi yako ya bure iko tayari kwenye Tiketi zangu, ulipe sasa au usilipe.',
  'pay.open': 'Tayari una agizo linalosubiri. Lilipe au ulighairi hapa.',
  'pay.owned': 'Tayari una {{name}}',
  'pay.ownedText': 'Ukilipa agizo hili, utapata nyingine. Kama huitaki, lighairi hapa chini.',
  'pay.ownedPrompted': 'Ukilipa agizo hili, utapata nyingine. Kama huitaki, ghairi ombi kwenye simu.',
  'pay.cancel': 'Ghairi agizo hili',
  'pay.cancelUndecided': 'Ikiwa M-Pesa imeshachukua pesa zako, mwandalizi atakuwa na deni la kukurudishia.',
  'pay.prompted': 'Kuna ombi la malipo kwenye {{phone}}',
  'pay.promptedText': 'Weka PIN yako ya M-Pesa hapo, au ulighairi hapo. Sisi hatuwezi kulirudisha.',
  'pay.promptedUntil': 'Kuanzia {{time}} unaweza kutumia namba nyingine au kughairi agizo hili.',

  'wait.title': 'Idhinisha malipo kwenye simu yako',
  'wait.step1': 'Fungua ombi la M-Pesa kwenye simu yako.',
  'wait.step2': 'Andika PIN yako ya M-Pesa hapo, kamwe si hapa.',
  'wait.step3': 'Ukurasa huu utajisasisha malipo yakifika.',
  'wait.leave': 'Unaweza kuondoka kwenye ukurasa huu. Utapata njia ya kurudi kwenye Tiketi zangu.',
  'wait.notPaid': 'Bado haijalipwa',
  'wait.tryAgain': 'Jaribu tena',
  'wait.retryAt': 'Unaweza kujaribu tena kuanzia {{time}}.',
  'wait.contact': 'Tafadhali mwandikie mwandalizi; anwani iko chini ya ukurasa huu.',
  'wait.otherNumber': 'Tumia namba nyingine, au ghairi',

  'undecided.title': 'M-Pesa haijathibitisha malipo haya',
  'undecided.again': 'Jaribu tena',
  'undecided.look':
    'Kwanza tafuta ujumbe wa M-Pesa kwenye simu yako. Ikiwa {{amount}} zimetoka, usilipe tena. Ukilipa mara mbili, mwandalizi atakuwa na deni la kukurudishia malipo moja.',
  'undecided.submit': 'Pesa hazijatoka: omba tena',

  'lost.expired.title': 'Muda wa agizo hili umeisha',
  'lost.expired.text':
    'Nafasi yako ilihifadhiwa kwa muda na sasa inauzwa tena. Ikiwa umeshalipa, utapewa tiketi nafasi ikiwepo; la sivyo mwandalizi atakuwa na deni la kukurudishia pesa.',
  'lost.cancelled.title': 'Agizo hili limeghairiwa',
  'lost.cancelled.text': 'Hudaiwi chochote.',
  'lost.owed_back.title': 'Mwandalizi ana deni la kukurudishia pesa',
  'lost.owed_back.text':
    'Malipo yako ya {{amount}} yalifika, lakini huna tiketi halali kwa malipo hayo. Mwandalizi ameambiwa. Kuuliza, andika kwa anwani iliyo chini ya ukurasa huu.',
  'lost.refunded.title': 'Pesa zilirudishwa',
  'lost.refunded.text': 'Agizo hili limefungwa. Tiketi zako nyingine hazijabadilika.',
  'lost.again': 'Chagua tena',
}
