/** What was paid, to keep and to print. */
export const receiptsInEnglish = {
  'receipt.list': 'Receipts',
  'receipt.title': 'Receipt',
  'receipt.to': 'Paid to',
  'receipt.from': 'Bought by',
  'receipt.event': 'Event',
  'receipt.order': 'Order',
  'receipt.paid': 'Paid',
  'receipt.number': 'M-Pesa receipt number',
  'receipt.at': 'Paid on',
  'receipt.phone': 'Paid from',
  'receipt.overpaid': 'You paid {{amount}} more than the price. The organiser owes it back to you.',
  'receipt.missing': '{{amount}} is still missing. The tickets come when it is paid.',
  'receipt.partly': 'Part of this was paid back',
  'receipt.tax': 'This confirms your payment. It is not a tax invoice: if you need one, ask the organiser.',
  'receipt.print': "To print this or save it as a PDF, use Print in your browser's menu.",
} as const
