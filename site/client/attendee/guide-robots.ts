import type { LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'

const ownPages = ['/tickets', '/pay/', '/choose', '/sign-in', '/manage', '/live/', '/gate']

export function loader({ context }: LoaderFunctionArgs) {
  const { publicUrl } = context.get(siteContext)
  const lines = [
    'User-agent: *',
    ...ownPages.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
