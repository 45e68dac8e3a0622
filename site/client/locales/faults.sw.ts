import type { faultsInEnglish } from './faults.en.ts'

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
