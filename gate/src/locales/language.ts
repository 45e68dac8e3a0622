import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, sw } from './catalogues.ts'
import type { Language } from './words.ts'

const key = 'gate.language'

/** The language chosen on this device; otherwise the device's own if supported; otherwise English. */
export function readLanguage(storage: Storage, deviceLanguage: string): Language {
  const kept = storage.getItem(key)
  if (kept === 'en' || kept === 'sw') return kept
  return deviceLanguage.toLowerCase().startsWith('sw') ? 'sw' : 'en'
}

export function keepLanguage(storage: Storage, language: Language): void {
  storage.setItem(key, language)
}

export async function makeWords(language: Language): Promise<i18n> {
  const words = createInstance()
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, sw: { translation: sw } },
    keySeparator: false,
    nsSeparator: false,
    // React escapes the text.
    interpolation: { escapeValue: false },
  })
  return words
}
