import type { receiptsInEnglish } from './receipts.en.ts'

export const receiptsInSwahili: Record<keyof typeof receiptsInEnglish, string> = {
  'receipt.list': 'Risiti',
  'receipt.title': 'Risiti ya malipo',
  'receipt.to': 'Amelipwa',
  'receipt.from': 'Mnunuzi',
  'receipt.event': 'Tukio',
  'receipt.order': 'Agizo',
  'receipt.paid': 'Kilicholipwa',
  'receipt.number': 'Namba ya risiti ya M-Pesa',
  'receipt.at': 'Tarehe ya malipo',
  'receipt.phone': 'Kutoka namba',
  'receipt.overpaid': 'Umelipa {{amount}} zaidi ya bei. Mwandalizi ana deni la kukurudishia.',
  'receipt.missing': 'Bado zinahitajika {{amount}}. Tiketi zitatolewa zikilipwa.',
  'receipt.partly': 'Sehemu ya pesa hizi ilirudishwa',
  'receipt.tax': 'Hii inathibitisha malipo yako. Si ankara ya kodi: ukiihitaji, mwombe mwandalizi.',
  'receipt.print': 'Ili kuichapisha au kuihifadhi kama PDF, tumia Chapisha kwenye menyu ya kivinjari chako.',
}
