/** For the organiser's staff. */
export const manageInEnglish = {
  'manage.title': 'Manage your events',
  'manage.organiser':
    'You manage events, tickets and payments through the API. There is no screen for it yet.',
  'manage.agent': 'You check tickets in the gate app.',
  'manage.docs': 'API documentation',
  'manage.gate': 'Open the gate app',
  'manage.tickets': 'My own tickets',
} as const

export const manageInSwahili: Record<keyof typeof manageInEnglish, string> = {
  'manage.title': 'Simamia matukio yako',
  'manage.organiser': 'Unasimamia matukio, tiketi na malipo kupitia API. Bado hakuna ukurasa wake.',
  'manage.agent': 'Unakagua tiketi kwenye programu ya langoni.',
  'manage.docs': 'Maelezo ya API',
  'manage.gate': 'Fungua programu ya langoni',
  'manage.tickets': 'Tiketi zangu mwenyewe',
}
