import i18next, { type i18n } from 'i18next'
import { useTranslation } from 'react-i18next'
import { en, sw } from './catalogues.ts'

export type Language = 'en' | 'sw'
type Plural = 'one' | 'other'
type Key = keyof typeof en
/** A key of the catalogues; `seats_one` and `seats_other` are used as `seats` with a `count`. */
export type WordKey = { [K in Key]: K extends `${infer Stem}_${Plural}` ? Stem : K }[Key]
export type Say = (key: WordKey, values?: Record<string, string | number>) => string

export const languages: Record<Language, i18n> = { en: catalogue('en'), sw: catalogue('sw') }

function catalogue(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    resources: { en: { translation: en }, sw: { translation: sw } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes the text.
    interpolation: { escapeValue: false },
  })
  return instance
}

/** For loaders, actions and `meta`, which run outside React. */
export function sayIn(language: Language): Say {
  const { t } = languages[language]
  return (key, values) => t(key, values ?? {})
}

export function useWords(): { say: Say; language: Language } {
  const { i18n } = useTranslation()
  const language = i18n.language === 'sw' ? 'sw' : 'en'
  return { say: sayIn(language), language }
}
