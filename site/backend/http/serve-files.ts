import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const siteFiles = folder('../../build/client/')
const gateFiles = folder('../../../gate/dist/')

/** Built files have a content hash in their name and never change; others are revalidated. */
export function serveSiteFiles(app: Express): void {
  const forever = { immutable: true, maxAge: '1y', index: false, fallthrough: false } as const
  app.use('/assets', express.static(`${siteFiles}assets`, forever))
  // Images for sharing are meant to be embedded by other sites.
  app.use('/share', (_request, response, next) => {
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    next()
  })
  app.use(express.static(siteFiles, { index: false, maxAge: '1h' }))
}

export function serveGate(app: Express, ticketingApiUrl: string): void {
  app.get('/gate/config.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json({ ticketingApiUrl })
  })
  app.use(
    '/gate/assets',
    express.static(`${gateFiles}assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  app.use('/gate', express.static(gateFiles, { maxAge: 0 }))
  app.get('/gate/{*screen}', (_request, response, next) => {
    if (!existsSync(`${gateFiles}index.html`)) return next()
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: gateFiles })
  })
}
