import { createContext, useContext } from 'react'
import type { Refused } from './forms.ts'

/** What every drawing of a page may ask for. The token is made, and its cookie set, when the first form needs it. */
export interface Page {
  makeFormToken(): string
  path: string
  /** What the form on this page came back with, when it did not go through. */
  refused: Refused | undefined
  /** Given to a page that hydrates: the scripts written into it run because they carry it. */
  nonce?: string
}

const PageContext = createContext<Page>({ makeFormToken: () => '', path: '/', refused: undefined })

export const PageProvider = PageContext.Provider
export const usePage = (): Page => useContext(PageContext)
export const useRefused = (): Refused | undefined => useContext(PageContext).refused
