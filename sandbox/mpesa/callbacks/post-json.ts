import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface Post {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

const answerLimit = 64 * 1024

/**
 * POSTs a body unchanged, with header names in their original case, and returns the answer. Every call uses a new
 * connection: one that the merchant has just closed would lose a callback.
 */
export function postJson(post: Post): Promise<{ status: number; body: string }> {
  const open = post.url.startsWith('https:') ? httpsRequest : httpRequest
  const headers = {
    'Content-Type': 'application/json;charset=UTF-8',
    'Content-Length': String(Buffer.byteLength(post.body)),
    ...post.headers,
  }
  return new Promise((resolve, reject) => {
    const outgoing = open(
      post.url,
      { method: 'POST', agent: false, headers, signal: post.signal },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          if (body.length < answerLimit) body += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
        answer.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(post.body)
  })
}
