import { request } from 'node:http'

export interface Weight {
  html: number
  css: number
  js: number
  images: number
  total: number
}

/** Loads a page and its resources, compressed as for browsers, and counts the bytes of the bodies. */
export async function weighPage(url: string): Promise<Weight> {
  const page = await fetch(url)
  const named = namedBy(await page.text())
  const html = await transferOf(url)
  const sizes = await Promise.all(
    named.map(async ({ kind, path }) => ({ kind, bytes: await transferOf(new URL(path, url).href) })),
  )
  const sum = (kind: string) =>
    sizes.reduce((bytes, size) => (size.kind === kind ? bytes + size.bytes : bytes), 0)
  const weight = { html, css: sum('css'), js: sum('js'), images: sum('image') }
  return { ...weight, total: html + weight.css + weight.js + weight.images }
}

function namedBy(html: string): { kind: 'css' | 'js' | 'image'; path: string }[] {
  const find = (kind: 'css' | 'js' | 'image', pattern: RegExp) =>
    [...html.matchAll(pattern)].map((match) => ({ kind, path: match[1] ?? '' }))
  return [
    ...find('css', /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
    ...find('js', /<script[^>]+src="([^"]+)"/g),
    ...find('js', /<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
    ...find('image', /<img[^>]+src="(?!data:)([^"]+)"/g),
  ]
}

/** The body's bytes as transferred: `fetch` would decompress them first. */
function transferOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve(bytes))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end()
  })
}
