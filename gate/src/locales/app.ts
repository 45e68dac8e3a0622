/** The app's frame and its start. */
export const appInEnglish = {
  'app.name': 'Check-in',
  'app.starting': 'Getting ready…',
  'app.faultTitle': 'Check-in cannot start',
  'app.faultAdvice': 'Its settings could not be loaded. Check the network of this device, then try again.',
  'app.tryAgain': 'Try again',
  'language.switch': 'Kiswahili',
} as const

export const appInSwahili: Record<keyof typeof appInEnglish, string> = {
  'app.name': 'Ukaguzi wa tiketi',
  'app.starting': 'Inaandaa…',
  'app.faultTitle': 'Ukaguzi hauwezi kuanza',
  'app.faultAdvice': 'Mipangilio haikupakiwa. Angalia mtandao wa kifaa hiki, kisha jaribu tena.',
  'app.tryAgain': 'Jaribu tena',
  'language.switch': 'English',
}
