import { stkPush } from '@event-sphere/contract/payments'
import fc from 'fast-check'
import { act } from './act.ts'
import { type Known, pick } from './known.ts'
import { keys, often } from './orders.ts'
import { judgeTwice } from './passing.ts'
import type { HowAnswered } from './prompted.ts'
import { askedCents } from './safaricom.ts'
import { times } from './times.ts'

const at = fc.nat()

/** Asks for a prompt for a purchase that costs something, whatever has become of it. */
const asks = act('asks for a prompt', { at, often, keys }, async (known, world, chosen) => {
  const purchase = pick(toPay(known, { isAny: chosen.at % 4 === 0 }), chosen.at)
  if (!purchase) return
  const one = { key: world.newKey(), phone: world.phoneOf(purchase.who, 0) }
  await Promise.all(
    times(chosen.often).map((side) => {
      const { key, phone } =
        chosen.keys === 'one key' ? one : { key: world.newKey(), phone: world.phoneOf(purchase.who, side) }
      const body = { purchaseId: purchase.id, phoneNumber: phone }
      return world.ask(stkPush, { side, as: world.tokenOf(purchase.who), idempotencyKey: key, body })
    }),
  )
})

/** What waits for its money, as far as the model knows; or whatever has cost something. */
const toPay = ({ purchases, stood }: Known, { isAny }: { isAny: boolean }) =>
  purchases.filter(
    ({ total, account }) =>
      total > 0 && (isAny || (stood.get(`purchase ${account}`) ?? 'pending_payment') === 'pending_payment'),
  )

const answersOdd = act(
  'Safaricom answers the next prompt oddly',
  { how: fc.constantFrom<HowAnswered>('never', 'refused', 'busy', 'after its callback') },
  async (_, world, { how }) => void world.safaricom.willAnswer(how),
)

const paid = act(
  'a prompt is paid',
  { at, deliveries: often, more: fc.constantFrom(0, 0, 0, 100, -500), isJudgedTwice: fc.boolean() },
  async (_, world, { deliveries, more, isJudgedTwice, ...chosen }) => {
    const prompted = pick(world.safaricom.rang(), chosen.at)
    if (!prompted) return
    await world.safaricom.tellPaid(prompted, { deliveries, shillings: more })
    if (isJudgedTwice) await judgeTwice(world)
  },
)

const fails = act(
  'a prompt fails',
  { at, deliveries: often, code: fc.constantFrom('1032', '1', '2001', '4999'), isPaidThen: fc.boolean() },
  async (_, { safaricom }, { deliveries, code, isPaidThen, ...chosen }) => {
    const prompted = pick(safaricom.rang(), chosen.at)
    if (!prompted) return
    await safaricom.tellFailed(prompted, code, deliveries)
    if (isPaidThen) await safaricom.tellPaid(prompted)
  },
)

/** The callback is lost: only a query tells. */
const isLost = act(
  'a callback is lost',
  { at, query: fc.constantFrom('0' as const, '0' as const, '1032' as const, 'nothing' as const) },
  async (_, { safaricom }, { query, ...chosen }) => {
    const prompted = pick(safaricom.rang(), chosen.at)
    if (!prompted) return
    if (prompted.paid && prompted.paid.cents !== askedCents(prompted)) return
    if (query === '0') safaricom.pays(prompted, 0)
    if (query === '0' || !prompted.paid) prompted.query = query
  },
)

const lies = [
  { checkoutRequestId: 'ws_CO_of_another' },
  { merchantRequestId: 'of-another' },
  { token: 'f'.repeat(64) },
  { shortcode: '600000' },
  { amount: '0' },
  { amount: '1e309' },
  { amount: '99999999' },
]

/** A lie may be told of every prompt but those whose answer was lost: their first callback brings the ids. */
const lied = act('somebody lies', { at, lie: fc.constantFrom(...lies) }, async (_, { safaricom }, chosen) => {
  const prompted = pick(
    safaricom.rang().filter(({ how }) => how !== 'never'),
    chosen.at,
  )
  if (prompted) await safaricom.forge(prompted, chosen.lie)
})

export const payments = [asks, asks, answersOdd, paid, paid, fails, isLost, lied]
