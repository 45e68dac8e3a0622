import type { manageInEnglish } from './manage.en.ts'

export const manageInSwahili: Record<keyof typeof manageInEnglish, string> = {
  'manage.title': 'Simamia matukio yako',
  'manage.organiser': 'Unasimamia matukio, tiketi na malipo kupitia API. Bado hakuna ukurasa wake.',
  'manage.agent': 'Unakagua tiketi kwenye programu ya langoni.',
  'manage.docs': 'Maelezo ya API',
  'manage.gate': 'Fungua programu ya langoni',
  'manage.tickets': 'Tiketi zangu mwenyewe',
}
