import type { BrowserSession } from './auth-service/browser-session.ts'
import type { FormToken } from './auth-service/form-token.ts'
import type { EventCache } from './event-cache/event-cache.ts'
import type { Language } from './http/language.ts'
import type { Ticketing } from './ticketing/ticketing.ts'

/** What a screen gets from the backend, for one request of one browser. */
export interface Site {
  ticketing: Ticketing
  session: BrowserSession
  cache: EventCache
  formToken: FormToken
  language: Language
  rememberLanguage(language: string): void
  /** Scripts written into this one page may run: they carry the nonce that it gives. */
  allowWrittenScripts(): string
  publicUrl: string
  /** Where a browser reaches the Ticketing API. */
  ticketingUrl: string
  requestId: string
  /** The database's clock: the one that ends holds and sales. */
  now(): Date
}
