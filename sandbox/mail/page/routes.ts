import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Mailbox } from '../mailbox.ts'
import { letterOf, letterPolicy } from './letter.ts'
import { mailboxPage } from './mailbox-page.ts'
import { messagePage } from './message-page.ts'
import { style } from './style.ts'

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const pageQuery = z.object({ to: z.string().max(320).catch('') })

function sendPage(reply: FastifyReply, page: string, policy = pagePolicy): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)
}

export function pageRoutes(app: FastifyInstance, mailbox: Mailbox): void {
  app.get('/', async (request, reply) =>
    sendPage(reply, mailboxPage(mailbox, pageQuery.parse(request.query).to.trim())),
  )
  app.get('/mail.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
  app.get<{ Params: { id: string } }>('/messages/:id', async (request, reply) => {
    const message = mailbox.find(request.params.id)
    return message
      ? sendPage(reply, messagePage(message))
      : reply.code(404).type('text/plain').send('Message not found.')
  })
  app.get<{ Params: { id: string } }>('/messages/:id/letter', async (request, reply) => {
    const message = mailbox.find(request.params.id)
    if (!message) return reply.code(404).type('text/plain').send('Message not found.')
    return sendPage(reply, await letterOf(message), letterPolicy)
  })
}
