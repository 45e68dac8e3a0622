import type { en } from './catalogues.ts'

export type WordKey = keyof typeof en
export type Language = 'en' | 'sw'
