import type { LoaderFunctionArgs } from 'react-router'
import { siteContext } from '../context.ts'
import { orAway } from './find-event.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { cache, publicUrl } = context.get(siteContext)
  const events = await orAway(cache.listEvents())
  const pages = events.value.map((event) => `  <url><loc>${publicUrl}/events/${event.slug}</loc></url>`)
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages,
    '</urlset>',
    '',
  ]
  return new Response(xml.join('\n'), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
