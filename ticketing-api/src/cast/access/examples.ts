import type { RefusalCode } from '@event-sphere/contract/refusals'
import { password } from '../staff.ts'
import type { Caller } from './reaches.ts'

/** What a call says beside the objects that it names. */
export interface Example {
  body?: object
  /** Fields that may be left out, and name an object here all the same. */
  names?: readonly string[]
  /** Instead of done, if no caller can be let through without another one's secret. */
  refusedWith?: RefusalCode
}

export interface Asking {
  caller: Caller
  /** Another one each time, for what must be unique. */
  nth: number
  phone: string
  /** Of somebody who has just registered. */
  refreshToken: () => Promise<string>
}

const days = { startDateTime: '2026-07-15T08:00:00+03:00', endDateTime: '2026-07-17T18:00:00+03:00' }
const staff = ({ nth }: Asking) => ({ body: { email: `staff${nth}@example.com`, password } })
const buyer = ({ caller, nth }: Asking) =>
  caller.kinds.includes('guest') ? { buyer: { email: `guest${nth}@example.com` } } : {}
const session = async ({ refreshToken }: Asking) => ({ body: { refresh_token: await refreshToken() } })
const names = ['cartId']

/** Calls that say more than which objects they are about. */
export const examples: Record<string, (asking: Asking) => Example | Promise<Example>> = {
  'POST /organizations': ({ nth }) => ({
    body: { name: `Chamber ${nth}`, email: `chamber${nth}@example.com` },
  }),
  'POST /organizations/{id}/api-keys': () => ({ body: { name: 'till' } }),
  'POST /auth/register': ({ nth }) => ({ body: { email: `new${nth}@example.com` } }),
  'POST /auth/register-admin': staff,
  'POST /auth/register-agent': staff,
  'POST /auth/login': () => ({ body: { email: 'admin@kncci.example', password } }),
  'POST /auth/refresh': session,
  'POST /auth/logout': session,
  'POST /auth/email-link': ({ nth }) => ({ body: { email: `link${nth}@example.com` } }),
  'POST /auth/email-link/redeem': () => ({ body: { token: 'x'.repeat(40) }, refusedWith: 'link_used' }),
  'POST /events': ({ nth }) => ({
    body: { title: 'Expo', slug: `expo-${nth}`, code: `EXPO${nth}`, ...days },
  }),
  'POST /entrances': ({ nth }) => ({ body: { name: `Gate ${nth}` } }),
  'POST /ticket-types': ({ nth }) => ({
    body: { name: `Type ${nth}`, code: `T${nth}`, price: 0, quantity: 5 },
    names: ['eventId'],
  }),
  'POST /cart': () => ({ names }),
  'PATCH /cart/items/{ticketTypeId}': () => ({ body: { quantity: 2 }, names }),
  'DELETE /cart/items/{ticketTypeId}': () => ({ names }),
  'POST /cart/checkout': (asking) => ({ body: buyer(asking), names }),
  'POST /purchases': (asking) => ({ body: { items: [{ quantity: 1 }], ...buyer(asking) } }),
  'POST /payments/mpesa/stk-push': ({ phone }) => ({ body: { phoneNumber: phone } }),
  'POST /webhooks': ({ nth }) => ({ body: { url: `https://hooks${nth}.example.com/` } }),
  'POST /webhooks/{id}/replay': () => ({ names: ['deliveryId'] }),
  'POST /tickets/scan': () => ({ body: { checkInLocation: 'Main' } }),
}
