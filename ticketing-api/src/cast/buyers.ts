import * as auth from '@event-sphere/contract/auth'
import { placePurchase } from '@event-sphere/contract/purchases'
import { sql } from '@event-sphere/kit/database/database'
import type { TestApi } from './start-api.ts'
import type { Summit } from './summit.ts'

let met = 0

interface Person {
  firstName?: string
  lastName?: string
}

/** Somebody who registered with nothing but an e-mail address. */
async function aStranger(api: TestApi, person: Person = {}) {
  met += 1
  const email = `attendee${met}@example.com`
  const { body } = await api.call(auth.register, { body: { email, ...person } })
  return { email, token: body.access_token, refreshToken: body.refresh_token, userId: body.user.id }
}

/** Somebody who registered and opened a link from their mailbox: limits on strangers are not theirs. */
export async function aCustomer(api: TestApi, person: Person = {}) {
  const stranger = await aStranger(api, person)
  await api.ctx.database.transaction(async (tx) => {
    await sql`update users set email_verified_at = clock.now() where email = ${stranger.email}`.execute(tx)
  })
  return stranger
}

/** The same person, back after their access token has ended. */
export async function isBack(api: TestApi, refreshToken: string): Promise<string> {
  const { body } = await api.call(auth.refresh, { body: { refresh_token: refreshToken } })
  return body.access_token
}

interface Wanted {
  general?: number
  gala?: number
}

/** Buys as this caller, and asserts nothing. */
export async function buys(api: TestApi, summit: Summit, as: string, wanted: Wanted) {
  const items = [
    { ticketTypeId: summit.general, quantity: wanted.general ?? 0 },
    { ticketTypeId: summit.gala, quantity: wanted.gala ?? 0 },
  ].filter((item) => item.quantity > 0)
  const body = { eventId: summit.eventId, items }
  return api.call(placePurchase, { as, body, idempotencyKey: api.newKey() })
}

/** A purchase of general admission and gala that waits for its KSh 1,500. */
export async function aPendingPurchase(api: TestApi, summit: Summit) {
  const customer = await aCustomer(api)
  const { body: purchase } = await buys(api, summit, customer.token, { general: 1, gala: 1 })
  return { ...customer, purchase }
}
