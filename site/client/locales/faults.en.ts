/** Pages that cannot be shown. */
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
