import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Rules } from '../options.ts'
import { answerPrompt } from '../payments/answer-prompt.ts'
import { resetSandbox, type Sandbox } from '../sandbox.ts'
import { answerBody, clockBody, faultBody, promptsQuery, rulesBody } from './bodies.ts'
import { ControlRefusal } from './control-refusal.ts'
import { viewPrompt } from './view.ts'

function read<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const result = schema.safeParse(given ?? {})
  if (!result.success) throw new ControlRefusal(400, 'bad_request', z.prettifyError(result.error))
  return result.data
}

const refusals = {
  unknown_prompt: new ControlRefusal(404, 'unknown_prompt', 'No prompt has this checkoutRequestId.'),
  not_open: new ControlRefusal(409, 'not_open', 'This prompt has been answered already or is over.'),
  not_on_phone: new ControlRefusal(409, 'not_on_phone', 'This prompt never reached the phone.'),
}

function listPrompts(sandbox: Sandbox, query: unknown) {
  const { status, phoneNumber, limit } = read(promptsQuery, query)
  const wanted = sandbox.payments
    .list()
    .filter(
      (payment) =>
        (!status || payment.status === status) && (!phoneNumber || payment.push.phoneNumber === phoneNumber),
    )
  // A search for a phone's prompts is usually about the open one.
  const openFirst = [
    ...wanted.filter(({ status }) => status === 'open'),
    ...wanted.filter(({ status }) => status !== 'open'),
  ]
  return openFirst.slice(0, limit).map(viewPrompt)
}

function promptRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/prompts', async (request) => listPrompts(sandbox, request.query))
  app.post<{ Params: { id: string } }>('/prompts/:id/answer', async (request) => {
    const answered = answerPrompt(sandbox, request.params.id, read(answerBody, request.body).outcome)
    if ('refusal' in answered) throw refusals[answered.refusal]
    return viewPrompt(answered.payment)
  })
  app.get('/callbacks', async () => sandbox.callbacks.list())
  app.post('/reset', async (_request, reply) => {
    resetSandbox(sandbox)
    return reply.code(204).send()
  })
}

const viewClock = ({ clock }: Sandbox) => ({
  speed: clock.speed,
  elapsedSeconds: clock.now() / 1000,
  date: clock.date().toISOString(),
})

function clockRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/clock', async () => viewClock(sandbox))
  app.post('/clock', async (request) => {
    const { speed, advanceSeconds } = read(clockBody, request.body)
    if (speed !== undefined) sandbox.clock.setSpeed(speed)
    if (advanceSeconds !== undefined) sandbox.clock.advance(advanceSeconds)
    return viewClock(sandbox)
  })
}

function faultRoutes(app: FastifyInstance, { faults, rules }: Sandbox): void {
  app.get('/faults', async () => faults.list())
  app.post('/faults', async (request, reply) =>
    reply.code(201).send(faults.add(read(faultBody, request.body))),
  )
  app.delete('/faults', async (_request, reply) => {
    faults.clear()
    return reply.code(204).send()
  })
  app.get('/rules', async () => rules)
  app.post('/rules', async (request): Promise<Rules> => Object.assign(rules, read(rulesBody, request.body)))
}

/** `/__sim/*`: controls the sandbox, for people and tests. Safaricom has nothing like it. */
export async function controlRoutes(app: FastifyInstance, sandbox: Sandbox): Promise<void> {
  app.setErrorHandler((fault, _request, reply) => {
    if (fault instanceof ControlRefusal) {
      return reply.code(fault.status).send({ error: fault.error, message: fault.message })
    }
    const status = fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
    const message = fault instanceof Error ? fault.message : String(fault)
    return reply.code(status).send({ error: status < 500 ? 'bad_request' : 'fault', message })
  })
  // Tools often declare JSON and send an empty body.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)))
    } catch {
      done(new ControlRefusal(400, 'bad_request', 'The body is not JSON.'))
    }
  })
  promptRoutes(app, sandbox)
  clockRoutes(app, sandbox)
  faultRoutes(app, sandbox)
}
