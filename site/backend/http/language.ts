import type { Request, Response } from 'express'
import { readCookie, setCookie } from '../auth-service/cookies.ts'

export type Language = 'en' | 'sw'

const oneYear = 365 * 24 * 3600
const isLanguage = (text: string | undefined): text is Language => text === 'en' || text === 'sw'

/** The language chosen here; otherwise the browser's preference; otherwise English. */
export function readLanguage(request: Request, isSecure: boolean): Language {
  const chosen = readCookie(request, 'lang', isSecure)
  if (isLanguage(chosen)) return chosen
  return request.acceptsLanguages(['en', 'sw']) === 'sw' ? 'sw' : 'en'
}

export function rememberLanguage(response: Response, isSecure: boolean, language: string): void {
  if (!isLanguage(language)) return
  setCookie(response, isSecure, { name: 'lang', value: language, maxAgeSeconds: oneYear })
}
