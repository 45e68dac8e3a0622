import type { ReactNode } from 'react'
import { useWords } from '../locales/words.ts'
import { usePage } from '../page.ts'
import { Mark } from './mark.tsx'

interface FrameProps {
  /** Links beside the logo and the language switch. */
  nav: ReactNode
  /** The footer: the organiser and links that are rarely needed. */
  foot: ReactNode
  children: ReactNode
}

/** The frame around every screen. */
export function Frame({ nav, foot, children }: FrameProps) {
  const { say } = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {say('frame.skip')}
      </a>
      <header className="frame-head">
        <a className="brand" href="/" aria-label={say('frame.home')}>
          <Mark /> <span>Event-Sphere</span>
        </a>
        <nav aria-label={say('frame.nav')}>
          <LanguageSwitch />
          {nav}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="frame-foot">{foot}</footer>
    </>
  )
}

/** Only changes the language, so it needs no token and the page stays cacheable. */
function LanguageSwitch() {
  const { language } = useWords()
  const { path } = usePage()
  const other = language === 'en' ? { code: 'sw', name: 'Kiswahili' } : { code: 'en', name: 'English' }
  return (
    <form method="post" action="/language">
      <input type="hidden" name="next" value={path} />
      <button className="plain" type="submit" name="language" value={other.code} lang={other.code}>
        {other.name}
      </button>
    </form>
  )
}
