import type { ReactNode } from 'react'
import { renderToReadableStream, renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import type { Site } from '../backend/site.ts'
import { siteContext } from './context.ts'
import { pathOf, readRefused } from './forms.ts'
import { asksToHydrate } from './hydration.tsx'
import { type Language, languages, sayIn } from './locales/words.ts'
import { type Page, PageProvider } from './page.ts'

// The backend fills the load context under this key.
export { siteContext }

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
) {
  const site = context.get(siteContext)
  const page = { path: pathOf(request.url), refused: readRefused(site, request) }
  const draw = (drawn: Page) => (
    <I18nextProvider i18n={languages[site.language]}>
      <PageProvider value={drawn}>
        <ServerRouter context={router} url={request.url} {...(drawn.nonce && { nonce: drawn.nonce })} />
      </PageProvider>
    </I18nextProvider>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', site.language)
  if (!asksToHydrate(router)) return new Response(drawStill(site, page, draw), { status, headers })
  // A cached nonce would protect nobody.
  headers.set('Cache-Control', 'private, no-store')
  return new Response(await drawLive(site, page, draw), { status, headers })
}

type Draw = (page: Page) => ReactNode
type Facts = Pick<Page, 'path' | 'refused'>

/** Renders a page without React as static HTML. */
function drawStill(site: Site, facts: Facts, draw: Draw): string {
  const html = renderToStaticMarkup(draw({ ...facts, makeFormToken: () => site.formToken.make() }))
  return `<!doctype html>${facts.refused ? sayFault(html, site.language) : html}`
}

/** The same page with React's hydration markers and its data, rendered completely before it is sent. */
async function drawLive(site: Site, facts: Facts, draw: Draw): Promise<ReadableStream> {
  const formToken = site.formToken.make()
  const nonce = site.allowWrittenScripts()
  const page = { ...facts, makeFormToken: () => formToken, nonce }
  const html = await renderToReadableStream(draw(page), { nonce })
  await html.allReady
  return html
}

/** Screen readers read the title first, so it says that the form was refused. */
function sayFault(html: string, language: Language): string {
  return html.replace(/<title>([^<]*)<\/title>/, (_whole, title: string) => {
    const words = sayIn(language)('refusal.pageTitle', { title })
    return `<title>${words}</title>`
  })
}
