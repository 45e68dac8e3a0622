/** Paying by M-Pesa, waiting for it, and orders that are not to be paid any more. */
export const paymentInEnglish = {
  'pay.title': 'Pay by M-Pesa',
  'pay.total': 'To pay',
  'pay.held': 'Held for you until',
  'pay.countdown': '{{time}} left',
  'pay.countdownOver': 'The time is up',
  'pay.phone': 'M-Pesa phone number',
  'pay.phoneHint': 'A Safaricom number, like 0712 345 678 or +254 712 345 678.',
  'pay.submit': 'Pay {{amount}}',
  'pay.registered': "You're registered",
  'pay.registeredText': 'Your free ticket is ready under My tickets, whether you pay now or not.',
  'pay.open': 'You already have an order waiting. Pay or cancel it here.',
  'pay.owned': 'You already have {{name}}',
  'pay.ownedText': 'If you pay this order, you get one more. If you do not want that, cancel it below.',
  'pay.ownedPrompted':
    'If you pay this order, you get one more. If you do not want that, cancel the request on the phone.',
  'pay.cancel': 'Cancel this order',
  'pay.cancelUndecided': 'If M-Pesa has taken your money after all, the organiser owes it back to you.',
  'pay.prompted': 'A payment request is open on {{phone}}',
  'pay.promptedText': 'Enter your M-Pesa PIN there, or cancel it there. We cannot call it back.',
  'pay.promptedUntil': 'From {{time}} you can use another number or cancel this order.',

  'wait.title': 'Approve the payment on your phone',
  'wait.step1': 'Open the M-Pesa request on your phone.',
  'wait.step2': 'Type your M-Pesa PIN there, never here.',
  'wait.step3': 'This page updates when the payment arrives.',
  'wait.leave': 'You can leave this page. You find your way back under My tickets.',
  'wait.notPaid': 'Not paid yet',
  'wait.tryAgain': 'Try again',
  'wait.retryAt': 'You can try again from {{time}}.',
  'wait.contact': 'Please write to the organiser: the address is at the foot of this page.',
  'wait.otherNumber': 'Use another number, or cancel',

  'undecided.title': 'M-Pesa has not confirmed this payment',
  'undecided.again': 'Try again',
  'undecided.look':
    'First look for a message from M-Pesa on your phone. If {{amount}} has left, do not pay again. If you pay twice, the organiser owes you one payment back.',
  'undecided.submit': 'No money has left: ask again',

  'lost.expired.title': 'This order has expired',
  'lost.expired.text':
    'Your seat was held for a while and is on sale again. If you have already paid, we issue your ticket if a seat is left; otherwise the organiser owes you the money back.',
  'lost.cancelled.title': 'This order has been cancelled',
  'lost.cancelled.text': 'You owe nothing.',
  'lost.owed_back.title': 'The organiser owes you money back',
  'lost.owed_back.text':
    'Your {{amount}} came in, but you have no valid ticket for it. The organiser has been told. To ask about it, write to the address at the foot of this page.',
  'lost.refunded.title': 'This was paid back',
  'lost.refunded.text': 'This order is closed. Your other tickets have not changed.',
  'lost.again': 'Choose again',
} as const
