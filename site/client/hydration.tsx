import { type EntryContext, Scripts } from 'react-router'
import type { Refused } from './forms.ts'
import { type Page, usePage } from './page.ts'

/** What a route says of itself: `export const handle: Handle = { hydrates: true }` brings React to its pages. */
export interface Handle {
  hydrates?: boolean
}

/** Nothing hydrates unless its route asks for it. */
export function asksToHydrate({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(
    ({ route }) => (routeModules[route.id]?.handle as Handle | undefined)?.hydrates === true,
  )
}

interface ToldPage {
  formToken: string
  path: string
  refused?: Refused
}

const toldId = 'page'

/** What the server drew the page with, told to the browser so that it draws the same; then the scripts. */
export function HydrationScripts({ nonce }: { nonce: string }) {
  const { makeFormToken, path, refused } = usePage()
  const told: ToldPage = { formToken: makeFormToken(), path, ...(refused && { refused }) }
  return (
    <>
      <script
        id={toldId}
        type="application/json"
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON whose every "<" is escaped cannot end its element.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
      />
      <Scripts nonce={nonce} />
    </>
  )
}

/** In the browser: the page as it was told. One token serves all its forms, and the nonce has done its work. */
export function readToldPage(): Page {
  const { formToken, path, refused } = JSON.parse(
    document.getElementById(toldId)?.textContent ?? '{}',
  ) as ToldPage
  return { makeFormToken: () => formToken, path, refused, nonce: '' }
}
