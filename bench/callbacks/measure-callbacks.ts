import { setTimeout as sleep } from 'node:timers/promises'
import { placePurchase } from '@event-sphere/contract/purchases'
import { createTicketType } from '@event-sphere/contract/ticket-types'
import { purchaseId } from '@event-sphere/contract/values/ids'
import { type Database, sql } from '@event-sphere/kit/database/database'
import { randomHex } from '@event-sphere/kit/ids'
import { makeLog } from '@event-sphere/kit/log'
import { everything } from '@event-sphere/ticketing-api/call/scope'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import { allHandlers } from '@event-sphere/ticketing-api/handlers'
import { hashSecret } from '@event-sphere/ticketing-api/hash-secret'
import { openContext } from '@event-sphere/ticketing-api/open-context'
import { decodeId } from '../scene/decode-id.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { post } from '../scene/post.ts'

const callbacks = 1000
const mostSeconds = 120

/**
 * Many buyers enter their PIN at once: measures the time from each callback to its ticket, with one API and one worker.
 */
export async function measureCallbacks() {
  const scene = await openScene()
  const config = readTicketingConfig({ DATABASE_URL: scene.databaseUrl, SMTP_URL: 'smtp://127.0.0.1:9' })
  const mailer = { send: async () => {}, close: () => {} }
  const log = makeLog({ box: 'bench', level: 'silent' })
  const { ctx, close } = await openContext({ config, log, isWorker: true, mailer, scope: everything })
  try {
    const prompts = await manyPrompts(scene, ctx.database)
    await ctx.jobs.work(allHandlers(ctx), async () => {})
    await sleep(2500)
    const started = performance.now()
    const sent = new Map<string, number>()
    const answered = Promise.all(prompts.map((prompt) => payOne(scene, prompt, sent)))
    const seconds = await secondsToTickets(ctx.database, prompts, sent)
    const statuses = await answered
    const all = (performance.now() - started) / 1000
    const row = {
      callbacks,
      kept: statuses.filter((status) => status === 200).length,
      tickets: seconds.length,
      p50: at(seconds, 0.5),
      p99: at(seconds, 0.99),
      perSecond: Math.round(seconds.length / all),
    }
    console.table([row])
    return row
  } finally {
    await close()
    await scene.close()
  }
}

interface Prompt {
  purchaseId: string
  token: string
  ids: { merchant: string; checkout: string }
}

async function manyPrompts(scene: Scene, database: Database): Promise<Prompt[]> {
  const { key: token, apiUrl, eventId } = scene
  const body = { eventId, name: 'Gala', code: 'GALA', price: 1500, quantity: 100_000 }
  const { id: ticketTypeId } = await post(apiUrl, createTicketType, { token, body })
  const prompts: Prompt[] = []
  const buyer = async (first: number) => {
    for (let nth = first; nth < callbacks; nth += 32) {
      const items = [{ ticketTypeId, quantity: 1 }]
      const wanted = { eventId, items, buyer: { email: `payer${nth}@example.com` } }
      const headers = { 'idempotency-key': `callbacks-bench-${nth}`, prefer: 'return=minimal' }
      const bought = await post(apiUrl, placePurchase, { token, body: wanted, headers })
      const ids = { merchant: `merchant-${nth}`, checkout: `ws_CO_${nth}` }
      prompts.push({ purchaseId: decodeId(purchaseId, bought.id), token: randomHex(32), ids })
    }
  }
  await Promise.all(Array.from({ length: 32 }, (_, first) => buyer(first)))
  await database.transaction((tx) =>
    sql`
      with prompts as (
        select (select id from organizations limit 1) as organization_id, uuidv7() as id, new.*
        from unnest(${prompts.map((prompt) => prompt.purchaseId)}::uuid[],
        ${prompts.map((prompt) => hashSecret(prompt.token))}::bytea[],
        ${prompts.map((prompt) => prompt.ids.merchant)}::text[],
        ${prompts.map((prompt) => prompt.ids.checkout)}::text[]) as new (purchase_id, token_hash, merchant, checkout)),
      addresses as (
        insert into callback_addresses (token_hash, organization_id, kind, subject_id)
        select token_hash, organization_id, 'stk_prompt', id from prompts)
      insert into payments (organization_id, id, purchase_id, phone, amount_cents, status, merchant_request_id,
        checkout_request_id, created_at, answered_at, open_until)
      select organization_id, id, purchase_id, '+254712345678', 150000, 'prompted', merchant, checkout, clock.now(),
        clock.now(), clock.now() + interval '120 seconds'
      from prompts`.execute(tx),
  )
  return prompts
}

let receipts = 0

async function payOne(
  { apiUrl }: Scene,
  { token, ids, purchaseId }: Prompt,
  sent: Map<string, number>,
): Promise<number> {
  receipts += 1
  const values = [
    { Name: 'Amount', Value: 1500 },
    { Name: 'MpesaReceiptNumber', Value: `UG1${String(receipts).padStart(7, '0')}` },
  ]
  const stkCallback = {
    MerchantRequestID: ids.merchant,
    CheckoutRequestID: ids.checkout,
    ResultCode: 0,
    ResultDesc: 'The service request is processed successfully.',
    CallbackMetadata: { Item: values },
  }
  sent.set(purchaseId, performance.now())
  const response = await fetch(`${apiUrl}/api/payments/callbacks/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Body: { stkCallback } }),
  })
  await response.arrayBuffer()
  return response.status
}

/** In the order in which they were seen; polling makes each up to 20 ms too long. */
async function secondsToTickets(
  database: Database,
  prompts: readonly Prompt[],
  sent: ReadonlyMap<string, number>,
): Promise<number[]> {
  const missing = new Set(prompts.map((prompt) => prompt.purchaseId))
  const seconds: number[] = []
  const until = performance.now() + mostSeconds * 1000
  while (missing.size > 0 && performance.now() < until) {
    await sleep(20)
    const { rows } = await sql<{ id: string }>`
      select id from purchases where status = 'completed' and id = any(${[...missing]}::uuid[])`.execute(
      database.reader,
    )
    const now = performance.now()
    for (const { id } of rows) {
      missing.delete(id)
      seconds.push((now - (sent.get(id) ?? now)) / 1000)
    }
  }
  return seconds.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number) =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(2))
