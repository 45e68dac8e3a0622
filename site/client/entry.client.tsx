import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { HydratedRouter } from 'react-router/dom'
import { readToldPage } from './hydration.tsx'
import { languages } from './locales/words.ts'
import { PageProvider } from './page.ts'

const language = document.documentElement.lang === 'sw' ? 'sw' : 'en'

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={languages[language]}>
        <PageProvider value={readToldPage()}>
          <HydratedRouter />
        </PageProvider>
      </I18nextProvider>
    </StrictMode>,
  )
})
