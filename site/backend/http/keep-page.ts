import type { NextFunction, Request, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { readCookie } from '../auth-service/cookies.ts'
import { readLanguage } from './language.ts'

interface KeptPage {
  headers: Record<string, string>
  bytes: Buffer
}

const keptHeaders = ['Content-Type', 'Content-Language', 'Content-Encoding', 'Cache-Control', 'Vary']
const keptMilliseconds = 5000
const mostPages = 100
const publicPage = /^\/(events\/[a-z0-9-]{1,120})?$/

/** Renders and compresses a public page once for the few seconds in which it is fresh. */
export function keepPages(isSecure: boolean, now: () => number = () => performance.now()) {
  const pages = new LRUCache<string, KeptPage>({
    max: mostPages,
    ttl: keptMilliseconds,
    ttlResolution: 0,
    perf: { now },
  })
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!isForEverybody(request, isSecure)) {
      next()
      return
    }
    const encoding = request.acceptsEncodings('br', 'gzip', 'deflate') || 'identity'
    const key = `${request.path} ${readLanguage(request, isSecure)} ${encoding}`
    const page = pages.get(key)
    if (page) {
      response.status(200).set(page.headers).end(page.bytes)
      return
    }
    onWhole(response, (bytes) => {
      if (isKeepable(response)) pages.set(key, { headers: headersOf(response), bytes })
    })
    next()
  }
}

function isForEverybody(request: Request, isSecure: boolean): boolean {
  if (request.method !== 'GET' || request.originalUrl !== request.path) return false
  return publicPage.test(request.path) && readCookie(request, 'sid', isSecure) === undefined
}

function isKeepable(response: Response): boolean {
  const isPublic = String(response.getHeader('Cache-Control') ?? '').startsWith('public')
  return response.statusCode === 200 && isPublic && !response.hasHeader('Set-Cookie')
}

function headersOf(response: Response): Record<string, string> {
  const said = keptHeaders.flatMap((name) => {
    const value = response.getHeader(name)
    return value === undefined ? [] : [[name, String(value)]]
  })
  return Object.fromEntries(said)
}

/** Collects the response body as sent, compressed. */
function onWhole(response: Response, take: (bytes: Buffer) => void): void {
  const chunks: Buffer[] = []
  const { write, end } = response
  const hear = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string))
  }
  response.write = (...said: unknown[]) => {
    hear(said[0])
    return Reflect.apply(write, response, said)
  }
  response.end = (...said: unknown[]) => {
    hear(said[0])
    take(Buffer.concat(chunks))
    return Reflect.apply(end, response, said)
  }
}
