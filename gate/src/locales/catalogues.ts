import { appInEnglish, appInSwahili } from './app.ts'
import { placeInEnglish, placeInSwahili } from './place.ts'
import { readingInEnglish, readingInSwahili } from './reading.ts'
import { scanInEnglish, scanInSwahili } from './scan.ts'
import { sessionInEnglish, sessionInSwahili } from './session.ts'
import { verdictInEnglish, verdictInSwahili } from './verdict.ts'

/** Every text of the gate: one file per room, in both languages. */
export const en = {
  ...appInEnglish,
  ...sessionInEnglish,
  ...placeInEnglish,
  ...readingInEnglish,
  ...scanInEnglish,
  ...verdictInEnglish,
}

export const sw: Record<keyof typeof en, string> = {
  ...appInSwahili,
  ...sessionInSwahili,
  ...placeInSwahili,
  ...readingInSwahili,
  ...scanInSwahili,
  ...verdictInSwahili,
}
