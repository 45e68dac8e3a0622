import type { en } from './en.ts'

export type WordKey = keyof typeof en
export type Catalogue = Record<WordKey, string>
export type Language = 'en' | 'sw'
