import { createContext, useContext } from 'react'

/** What every drawing of a page may ask for. The token is made, and its cookie set, when the first form needs it. */
export interface Page {
  makeFormToken(): string
  path: string
}

const PageContext = createContext<Page>({ makeFormToken: () => '', path: '/' })

export const PageProvider = PageContext.Provider
export const usePage = (): Page => useContext(PageContext)
