import { useWords } from '../locales/use-words.ts'

/** Shows the other language's name in that language. */
export function LanguageSwitch() {
  const { say, language, changeLanguage } = useWords()
  const other = language === 'en' ? 'sw' : 'en'
  return (
    <button type="button" lang={other} onClick={() => changeLanguage(other)} className="bar-button">
      {say('language.switch')}
    </button>
  )
}
