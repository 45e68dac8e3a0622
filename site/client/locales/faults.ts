/** Error pages. */
export const faultsInEnglish = {
  'fault.missing.title': 'Page not found',
  'fault.missing.text': 'Check the address for typos, or start from the event page.',
  'fault.expired.title': 'This form has expired',
  'fault.expired.text':
    'It was open too long, or cookies are turned off. Nothing was sent. Open the page again and send it once more.',
  'fault.away.title': 'The ticket office is not responding',
  'fault.away.text': 'The problem is on our side. Try again in a minute.',
  'fault.fault.title': 'Something went wrong on our side',
  'fault.fault.text': 'It has been reported. Try again; what you have bought is safe.',
  'fault.again': 'Try again',
  'fault.home': 'Back to the event',
} as const

export const faultsInSwahili: Record<keyof typeof faultsInEnglish, string> = {
  'fault.missing.title': 'Ukurasa haupatikani',
  'fault.missing.text': 'Angalia kama anwani ina kosa, au anza kwenye ukurasa wa tukio.',
  'fault.expired.title': 'Muda wa fomu hii umeisha',
  'fault.expired.text':
    'Ilikaa wazi muda mrefu, au vidakuzi vimezimwa. Hakuna kilichotumwa. Fungua ukurasa tena na uitume mara moja zaidi.',
  'fault.away.title': 'Ofisi ya tiketi haijibu',
  'fault.away.text': 'Tatizo ni letu. Jaribu tena baada ya dakika moja.',
  'fault.fault.title': 'Kuna tatizo upande wetu',
  'fault.fault.text': 'Limeripotiwa. Jaribu tena; ulichonunua kiko salama.',
  'fault.again': 'Jaribu tena',
  'fault.home': 'Rudi kwenye tukio',
}
