import type { Locale } from '@event-sphere/contract/auth'
import { en, sw, type Words } from './catalogues.ts'

/** Every word that a person reads from the Ticketing API, in their language. */
export function words(locale: Locale): Words {
  return locale === 'sw' ? sw : en
}

/** Puts values into a text: `{name}` becomes the value of that name. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
