import { createContext, useContext } from 'react'
import type { Refused } from './forms.ts'

/** What every page may use. The form token is created, and its cookie set, when the first form needs it. */
export interface Page {
  makeFormToken(): string
  path: string
  /** The result of this page's form, if it was refused. */
  refused: Refused | undefined
  /** Present on a page that hydrates: its inline scripts run because they carry it. */
  nonce?: string
}

const PageContext = createContext<Page>({ makeFormToken: () => '', path: '/', refused: undefined })

export const PageProvider = PageContext.Provider
export const usePage = (): Page => useContext(PageContext)
export const useRefused = (): Refused | undefined => useContext(PageContext).refused
