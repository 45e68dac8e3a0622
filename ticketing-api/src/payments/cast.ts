import { stkPush } from '@event-sphere/contract/payments'
import { getPurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import { expect } from 'vitest'
import { aPendingPurchase } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { longestRequestSeconds } from './callbacks/check-callback.ts'

/** An API with the summit on sale, and a Safaricom that finds its way back. */
export async function aSale({ galaSeats = 500, now }: { galaSeats?: number; now?: string } = {}) {
  const api = await startApi(now ? { now } : {})
  api.mpesa.reach(api.url)
  const summit = await theSummit(api, { gala: { quantity: galaSeats } })
  return { api, summit }
}

let phones = 0
/** A phone that nobody has used yet. */
export function anotherPhone(): string {
  phones += 1
  return `+2547000${String(phones).padStart(5, '0')}`
}

export type PendingPurchase = Awaited<ReturnType<typeof aPendingPurchase>>

/** Asks for a prompt for a purchase, and asserts nothing. */
export function pushes(
  api: TestApi,
  { token, purchase }: Pick<PendingPurchase, 'token' | 'purchase'>,
  more: { phoneNumber?: string; amount?: number; key?: string; locale?: string } = {},
) {
  const { phoneNumber = anotherPhone(), amount, key = api.newKey(), locale } = more
  return api.call(stkPush, {
    as: token,
    idempotencyKey: key,
    body: { purchaseId: purchase.id, phoneNumber, ...(amount !== undefined && { amount }) },
    ...(locale && { locale }),
  })
}

/** Somebody with general admission and gala in hand, and a prompt for KSh 1,500 on the phone. */
export async function aPromptedPurchase(api: TestApi, summit: Summit) {
  const buyer = await aPendingPurchase(api, summit)
  const { body: payment } = await pushes(api, buyer)
  return { ...buyer, payment }
}

export async function purchaseOf(
  api: TestApi,
  { token, purchase }: Pick<PendingPurchase, 'token' | 'purchase'>,
) {
  return (await api.call(getPurchase, { as: token, params: { id: purchase.id }, prefer: 'return=minimal' }))
    .body
}

/** Buyers, each with a prompt on a phone of their own. */
export async function promptedPurchases(api: TestApi, summit: Summit, howMany: number) {
  const buyers: Awaited<ReturnType<typeof aPromptedPurchase>>[] = []
  for (let nth = 0; nth < howMany; nth += 1) buyers.push(await aPromptedPurchase(api, summit))
  return buyers
}

/** Nothing has happened, and the same may be asked again. */
export const refusedOnce = {
  kind: 'refused',
  code: 'unreachable',
  text: 'no connection',
  isBusy: true,
} as const

/** When no request for a prompt of the first half minute can still be waiting for its answer. */
export const afterEveryRequest = (api: TestApi) =>
  api.moveTo(new Date(Date.parse('2026-07-01T09:00:30Z') + longestRequestSeconds * 1000).toISOString())

/** Mails about money that is owed back, to the buyer and to the organiser. */
export const payBackMails = (api: TestApi) =>
  api.mails.filter(({ subject }) => /owed back|to pay back/.test(subject))

/** Every callback that was kept, as the jobs name it. */
export async function keptCallbacks(api: TestApi): Promise<{ callbackId: string }[]> {
  const { rows } = await sql<{ callbackId: string }>`select id as "callbackId" from callbacks`.execute(
    api.ctx.database.reader,
  )
  return rows
}

/** What became of the callbacks, in the order in which they came. */
export async function verdicts(api: TestApi): Promise<(string | null)[]> {
  const { rows } = await sql<{ verdict: string | null }>`
    select verdict from callbacks order by received_at, id`.execute(api.ctx.database.reader)
  return rows.map(({ verdict }) => verdict)
}

/** Attempts as they stand, first to last. */
export async function attempts(api: TestApi) {
  const { rows } = await sql<{
    status: string
    paidCents: number | null
    receipt: string | null
    resultCode: string | null
  }>`
    select status, paid_cents as "paidCents", receipt, result_code as "resultCode"
    from payments order by created_at, id`.execute(api.ctx.database.reader)
  return rows
}

/** Two transactions stand before a lock that somebody else has. */
export async function untilTwoWait(api: TestApi): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await sql`
          select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          api.ctx.database.reader,
        )
        return rows.length
      },
      { timeout: 2500, interval: 10 },
    )
    .toBe(2)
}

/** What was booked, in its order: causes with what moved in which account. */
export async function bookedFor(api: TestApi, { account }: { account: string }): Promise<string[]> {
  const { rows } = await sql<{ posting: string }>`
    select cause || ':' || string_agg(' ' || m.account || ' ' || m.cents, '' order by m.id) as posting
    from money_entries m join purchases p on p.id = m.purchase_id where p.account = ${account}
    group by posting_id, cause order by min(m.id)`.execute(api.ctx.database.reader)
  return rows.map(({ posting }) => posting)
}
