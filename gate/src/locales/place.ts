/** Which event and which entrance. */
export const placeInEnglish = {
  'place.title': 'Which entrance?',
  'place.greeting': 'Signed in as {{name}}',
  'place.whichEvent': 'Which event?',
  'place.otherEvent': 'Another event',
  'place.admits': 'Lets in: {{types}}',
  'place.nobody': 'nobody yet',
  'place.hours': 'Open {{from}}–{{to}}',
  'place.notToday': 'This event is not today. It takes place on {{days}}.',
  'place.change': 'Change',
  'place.changeFrom': 'Change entrance: {{place}}',
  'place.chooseAgain': 'Choose an entrance',
  'place.silentTitle': 'No answer',
  'place.silentAdvice':
    'The entrances could not be loaded. Check the network of this device, then try again.',
  'place.noneTitle': 'No event to check people in for',
  'place.noneAdvice':
    'Your organization has no current or upcoming published event. Ask the organiser to publish it, then try again.',
} as const

export const placeInSwahili: Record<keyof typeof placeInEnglish, string> = {
  'place.title': 'Lango lipi?',
  'place.greeting': 'Umeingia kama {{name}}',
  'place.whichEvent': 'Tukio lipi?',
  'place.otherEvent': 'Tukio lingine',
  'place.admits': 'Huingia hapa: {{types}}',
  'place.nobody': 'hakuna bado',
  'place.hours': 'Wazi {{from}}–{{to}}',
  'place.notToday': 'Tukio hili si la leo. Litafanyika {{days}}.',
  'place.change': 'Badilisha',
  'place.changeFrom': 'Badilisha lango: {{place}}',
  'place.chooseAgain': 'Chagua lango',
  'place.silentTitle': 'Hakuna jibu',
  'place.silentAdvice': 'Malango hayakupakiwa. Angalia mtandao wa kifaa hiki, kisha jaribu tena.',
  'place.noneTitle': 'Hakuna tukio la kukagua wageni',
  'place.noneAdvice':
    'Shirika lako halina tukio lililochapishwa ambalo halijaisha. Mwombe mwandalizi alichapishe, kisha jaribu tena.',
}
