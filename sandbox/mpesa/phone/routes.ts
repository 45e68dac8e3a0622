import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerPrompt } from '../payments/answer-prompt.ts'
import { outcomes } from '../payments/outcomes.ts'
import type { Sandbox } from '../sandbox.ts'
import { phonePage } from './page.ts'
import { style } from './style.ts'

const policy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const answerForm = z.object({ outcome: z.enum(outcomes), phone: z.string().max(20).default('') })
const pageQuery = z.object({
  phone: z.string().max(20).catch(''),
  still: z.string().optional().catch(undefined),
})

/** `0712…`, `+254 712…` and `254712…` all find the same phone. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^0/, '254')
}

/** Another site's form must not answer prompts here. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function sendHtml(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)
}

export async function phoneRoutes(app: FastifyInstance, sandbox: Sandbox): Promise<void> {
  await app.register(formbody)
  app.get('/', async (request, reply) => {
    const { phone, still } = pageQuery.parse(request.query)
    return sendHtml(reply, phonePage(sandbox, { phone: digitsOf(phone), isStill: still === '1' }))
  })
  app.get('/phone.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style))
  app.post<{ Params: { id: string } }>('/phone/prompts/:id/answer', async (request, reply) => {
    const form = answerForm.safeParse(request.body)
    if (!form.success || isForeign(request)) return reply.code(400).send({ error: 'bad_request' })
    // A prompt that has ended meanwhile needs no error page: the list shows its result.
    answerPrompt(sandbox, request.params.id, form.data.outcome)
    const phone = digitsOf(form.data.phone)
    return reply.redirect(phone ? `/?phone=${phone}` : '/', 303)
  })
}
