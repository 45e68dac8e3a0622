import type { WireReply } from '@event-sphere/contract/endpoint'
import {
  changeWebhook,
  createWebhook,
  type getWebhook,
  listWebhooks,
  rotateWebhookSecret,
} from '@event-sphere/contract/webhooks'
import type { Ticketing } from '../ticketing/ticketing.ts'
import { wantedTypes } from './news.ts'

type WireWebhook = WireReply<typeof getWebhook>

/** The Ticketing API refused the webhook; the code says why. */
export class NotSubscribed extends Error {
  override name = 'NotSubscribed'
}

/**
 * Makes sure that the organization has an active webhook for this address, with the right types and this secret.
 * Several processes may do so at once.
 * @returns whether it was missing or disabled, so that news may have been missed
 * @throws NotSubscribed
 */
export async function subscribe(ticketing: Ticketing, url: string, secret: string): Promise<boolean> {
  const own = await findOwn(ticketing, url)
  const types = [...wantedTypes]
  if (!own) {
    const body = { url, types, secret, description: 'Event-Sphere site' }
    const made = await ticketing.call(createWebhook, { as: 'organization', body })
    // Another process created it first, with the same secret.
    if (!made.ok && made.problem.code === 'webhook_exists') return true
    getReply(made)
    return true
  }
  const params = { id: own.id }
  getReply(await ticketing.call(rotateWebhookSecret, { as: 'organization', params, body: { secret } }))
  if (isAsWanted(own)) return false
  const body = { status: 'active' as const, types }
  getReply(await ticketing.call(changeWebhook, { as: 'organization', params, body }))
  return true
}

async function findOwn(ticketing: Ticketing, url: string): Promise<WireWebhook | undefined> {
  const { items } = getReply(await ticketing.call(listWebhooks, { as: 'organization' }))
  return items.find((one) => one.url === url)
}

const isAsWanted = ({ status, types }: WireWebhook) =>
  status === 'active' &&
  (types.length === 0 || wantedTypes.every((wanted) => types.some((type) => type === wanted)))

function getReply<Reply>(
  answer: { ok: true; reply: Reply } | { ok: false; problem: { code: string } },
): Reply {
  if (!answer.ok) throw new NotSubscribed(answer.problem.code)
  return answer.reply
}
