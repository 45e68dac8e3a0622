import type { BrowserSession } from './auth-service/browser-session.ts'
import type { FormToken } from './auth-service/form-token.ts'
import type { EventCache } from './event-cache/event-cache.ts'
import type { Language } from './http/language.ts'
import type { Ticketing } from './ticketing/ticketing.ts'

/** What a screen gets from the backend for one request. */
export interface Site {
  ticketing: Ticketing
  session: BrowserSession
  cache: EventCache
  formToken: FormToken
  language: Language
  rememberLanguage(language: string): void
  /** Allows inline scripts in this page and returns the nonce that they need. */
  allowWrittenScripts(): string
  publicUrl: string
  /** The Ticketing API's address for browsers. */
  ticketingUrl: string
  requestId: string
  /** The database's clock, which decides when holds and sales end. */
  now(): Date
}
