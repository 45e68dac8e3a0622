import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RawCallback } from './raw-callback.ts'

const mostBytes = 64 * 1024

/**
 * On the routes of this scope a body of any type, size and form is taken as text, up to 64 kB of it, and an
 * Authorization header or an Idempotency-Key means nothing: every caller gets the same answer.
 */
export function registerCallbackParser(doors: FastifyInstance): void {
  doors.addHook('onRequest', async (request) => {
    delete request.headers.authorization
    delete request.headers['idempotency-key']
    // Fastify rejects a malformed content type before any parser runs.
    request.headers['content-type'] = 'application/octet-stream'
  })
  doors.removeAllContentTypeParsers()
  doors.addContentTypeParser('*', async (request: FastifyRequest, payload: AsyncIterable<Buffer>) => {
    const { businessshortcode: shortcode } = request.headers
    const claimed = typeof shortcode === 'string' ? shortcode.trim().slice(0, 20) : undefined
    return new RawCallback(await readText(payload), claimed)
  })
}

async function readText(payload: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of payload) {
    if (length < mostBytes) parts.push(part.subarray(0, mostBytes - length))
    length += part.length
  }
  // Postgres keeps no NUL in a text.
  return Buffer.concat(parts).toString('utf8').replaceAll('\0', '\ufffd')
}
