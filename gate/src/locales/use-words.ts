import { useTranslation } from 'react-i18next'
import { keepLanguage } from './language.ts'
import type { Language, WordKey } from './words.ts'

export type Say = (word: WordKey, values?: Record<string, string | number>) => string

export interface Words {
  say: Say
  language: Language
  changeLanguage: (language: Language) => void
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  return {
    say: (word, values) => t(word, values ?? {}),
    language: i18n.language === 'sw' ? 'sw' : 'en',
    changeLanguage(language) {
      keepLanguage(localStorage, language)
      document.documentElement.lang = language
      void i18n.changeLanguage(language)
    },
  }
}
