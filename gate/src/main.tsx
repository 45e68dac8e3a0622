import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { Gate } from './gate.tsx'
import { makeWords, readLanguage } from './locales/language.ts'
import { allowSound } from './verdict/signal.ts'

const language = readLanguage(localStorage, navigator.language)
document.documentElement.lang = language
const words = await makeWords(language)

addEventListener('pointerdown', allowSound)
addEventListener('keydown', allowSound)

const app = document.getElementById('app')
if (app)
  createRoot(app).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <Gate />
      </I18nextProvider>
    </StrictMode>,
  )
