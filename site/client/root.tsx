import { enhanceUrl } from 'virtual:enhance'
import type { ReactNode } from 'react'
import type { LoaderFunctionArgs, MiddlewareFunction } from 'react-router'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  redirect,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import type { Site } from '../backend/site.ts'
import { AttendeeFrame } from './attendee/attendee-frame.tsx'
import { ExplainFault } from './attendee/refusals/explain-fault.tsx'
import { siteContext } from './context.ts'
import { pathOf, textOf } from './forms.ts'
import { HydrationScripts } from './hydration.tsx'
import { useWords } from './locales/words.ts'
import { usePage } from './page.ts'
import stylesheet from './root.css?url'
import { addressTelling } from './tell-page.ts'

export const links = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'icon', href: '/icon.png', sizes: '32x32' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
]

/**
 * Every form carries a token; choosing a language is harmless and needs none. If a form were answered with a page, a
 * reload would send the form again: error pages are therefore redirected to.
 */
export const middleware: MiddlewareFunction<Response>[] = [
  async ({ request, context }, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = context.get(siteContext)
    const { pathname } = new URL(request.url)
    if (pathname !== '/language') {
      const form = await request.clone().formData()
      if (!site.formToken.accepts(textOf(form, 'formToken')))
        return redirect(toFault(site, request, 403), 303)
    }
    const answer = await next()
    return answer.status < 300 || answer.status >= 400
      ? redirect(toFault(site, request, answer.status), 303)
      : answer
  },
]

const toFault = (site: Site, request: Request, status: number): string =>
  addressTelling(site, `/fault?from=${encodeURIComponent(pathOf(request.url))}`, 'fault', { status })

export async function loader({ context }: LoaderFunctionArgs) {
  const { session, cache } = context.get(siteContext)
  const organization = await cache.getOrganization().then(
    (kept) => kept.value,
    () => undefined,
  )
  return { user: session.user, organization }
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const { nonce } = usePage()
  const known = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf8f2" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0e1614" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        <Meta />
        <Links />
        {nonce === undefined && <script type="module" src={enhanceUrl} />}
      </head>
      <body>
        <AttendeeFrame user={known?.user} organization={known?.organization}>
          {children}
        </AttendeeFrame>
        {nonce !== undefined && <HydrationScripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const fault = useRouteError()
  const status = isRouteErrorResponse(fault) ? fault.status : 500
  return <ExplainFault status={status} said={isRouteErrorResponse(fault) ? fault.data : undefined} />
}
