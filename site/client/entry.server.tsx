import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { type EntryContext, type RouterContextProvider, ServerRouter } from 'react-router'
import { siteContext } from './context.ts'
import { pathOf, readRefused } from './forms.ts'
import { type Language, languages, sayIn } from './locales/words.ts'
import { PageProvider } from './page.ts'

// The backend fills the load context under this key.
export { siteContext }

/** Attendee screens ship no framework script, so a page is finished text: nothing streams, nothing hydrates. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
) {
  const site = context.get(siteContext)
  const refused = readRefused(site, request)
  const page = { makeFormToken: () => site.formToken.make(), path: pathOf(request.url), refused }
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={languages[site.language]}>
      <PageProvider value={page}>
        <ServerRouter context={router} url={request.url} />
      </PageProvider>
    </I18nextProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', site.language)
  return new Response(`<!doctype html>${refused ? sayFault(html, site.language) : html}`, {
    status,
    headers,
  })
}

/** The title is read first: it says that the form did not go through. */
function sayFault(html: string, language: Language): string {
  return html.replace(/<title>([^<]*)<\/title>/, (_whole, title: string) => {
    const words = sayIn(language)('refusal.pageTitle', { title })
    return `<title>${words}</title>`
  })
}
