import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { type Mailbox, sentTo } from './mailbox.ts'
import { type Message, openAttachments } from './message.ts'
import { moods } from './mood.ts'
import type { SmtpDoor } from './smtp-door.ts'
import { viewMessage } from './view.ts'

const listQuery = z.object({
  to: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(500),
})
const moodBody = z.strictObject({ mode: z.enum(moods) })
// Images may be shown inline; everything else is downloaded and never executed.
const shownInPlace = /^image\/(png|jpeg|gif|webp)$/

const refuse = (reply: FastifyReply, status: number, error: string, message: string): FastifyReply =>
  reply.code(status).send({ error, message })

const unknownMessage = (reply: FastifyReply): FastifyReply =>
  refuse(reply, 404, 'unknown_message', 'Message not found.')

async function sendAttachment(reply: FastifyReply, message: Message, at: number): Promise<FastifyReply> {
  const attachment = (await openAttachments(message))[at]
  const facts = message.attachments[at]
  if (!attachment || !facts) return refuse(reply, 404, 'unknown_attachment', 'Attachment not found.')
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(facts.contentType) ? facts.contentType : 'application/octet-stream'
  const place = shownInPlace.test(type) ? 'inline' : 'attachment'
  return reply
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(facts.filename)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(attachment.content)
}

function messageRoutes(app: FastifyInstance, mailbox: Mailbox): void {
  app.get<{ Params: { id: string } }>('/api/messages/:id', async (request, reply) => {
    const message = mailbox.find(request.params.id)
    return message ? viewMessage(message) : unknownMessage(reply)
  })
  app.get<{ Params: { id: string } }>('/api/messages/:id/raw', async (request, reply) => {
    const message = mailbox.find(request.params.id)
    if (!message) return unknownMessage(reply)
    return reply
      .header('x-content-type-options', 'nosniff')
      .type('text/plain; charset=utf-8')
      .send(message.raw)
  })
  app.get<{ Params: { id: string; at: string } }>(
    '/api/messages/:id/attachments/:at',
    async (request, reply) => {
      const message = mailbox.find(request.params.id)
      return message ? sendAttachment(reply, message, Number(request.params.at)) : unknownMessage(reply)
    },
  )
}

/** JSON API: the messages, and how the mail server behaves. */
export function apiRoutes(app: FastifyInstance, mailbox: Mailbox, door: SmtpDoor): void {
  app.get('/api/messages', async (request, reply) => {
    const query = listQuery.safeParse(request.query)
    if (!query.success) return refuse(reply, 400, 'bad_request', z.prettifyError(query.error))
    const found = mailbox.list(query.data.to ? sentTo(query.data.to) : undefined)
    return { items: found.slice(0, query.data.limit).map(viewMessage), total: found.length }
  })
  app.delete('/api/messages', async (_request, reply) => {
    mailbox.clear()
    return reply.code(204).send()
  })
  messageRoutes(app, mailbox)
  app.get('/__sim/faults', async () => ({ mode: door.mood }))
  app.post('/__sim/faults', async (request, reply) => {
    const body = moodBody.safeParse(request.body)
    if (!body.success) return refuse(reply, 400, 'bad_request', z.prettifyError(body.error))
    await door.setMood(body.data.mode)
    return { mode: door.mood }
  })
}
