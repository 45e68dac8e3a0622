import { type EntryContext, Scripts } from 'react-router'
import type { Refused } from './forms.ts'
import { type Page, usePage } from './page.ts'

/** A route's own settings: `export const handle: Handle = { hydrates: true }` hydrates its pages with React. */
export interface Handle {
  hydrates?: boolean
}

/** A page hydrates only if its route asks for it. */
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

/** The data with which the server rendered the page, so that the browser renders the same; then the scripts. */
export function HydrationScripts({ nonce }: { nonce: string }) {
  const { makeFormToken, path, refused } = usePage()
  const told: ToldPage = { formToken: makeFormToken(), path, ...(refused && { refused }) }
  return (
    <>
      <script
        id={toldId}
        type="application/json"
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every "<" escaped cannot end its element.
        dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
      />
      <Scripts nonce={nonce} />
    </>
  )
}

/**
 * In the browser: the page's data as sent by the server. One token serves all forms, and the nonce is no longer needed.
 */
export function readToldPage(): Page {
  const { formToken, path, refused } = JSON.parse(
    document.getElementById(toldId)?.textContent ?? '{}',
  ) as ToldPage
  return { makeFormToken: () => formToken, path, refused, nonce: '' }
}
