import { addToCart, changeCartItem, removeCartItem } from '@event-sphere/contract/cart'
import fc from 'fast-check'
import { act } from './act.ts'
import type { TypeName } from './fair.ts'
import { keys, often, sendsOften, who } from './orders.ts'
import { times } from './times.ts'

const type = fc.constantFrom<TypeName>('general', 'gala', 'vip')
const quantity = fc.integer({ min: 1, max: 2 })

const puts = act('puts into the cart', { who, type, quantity, often }, async (_, world, chosen) => {
  const body = { ticketTypeId: world.types[chosen.type], quantity: chosen.quantity }
  const as = world.tokenOf(chosen.who)
  await Promise.all(times(chosen.often).map((side) => world.ask(addToCart, { side, as, body })))
})

const changes = act('changes the cart', { who, type, quantity }, async (_, world, chosen) => {
  const as = world.tokenOf(chosen.who)
  const params = { ticketTypeId: world.types[chosen.type] }
  const body = { quantity: chosen.quantity }
  await world.ask(changeCartItem, { side: chosen.quantity, as, params, body })
})

const takesOut = act('takes out of the cart', { who, type, often }, async (_, world, chosen) => {
  const as = world.tokenOf(chosen.who)
  const params = { ticketTypeId: world.types[chosen.type] }
  await Promise.all(times(chosen.often).map((side) => world.ask(removeCartItem, { side, as, params })))
})

const checksOut = act('checks out', { who, often, keys }, (known, world, wish) =>
  sendsOften(known, world, { ...wish, call: 'checkout', body: {} }),
)

const fillings: TypeName[][] = [['general'], ['general', 'gala'], ['vip']]

/** Fills a cart and asks for it several times at once. */
const fillsAndChecksOut = act(
  'fills a cart and checks out',
  { who, filling: fc.constantFrom(...fillings), quantity, often, keys },
  async (known, world, { filling, quantity: count, ...wish }) => {
    const as = world.tokenOf(wish.who)
    for (const name of filling)
      await world.ask(addToCart, { as, body: { ticketTypeId: world.types[name], quantity: count } })
    await sendsOften(known, world, { ...wish, often: wish.often + 1, call: 'checkout', body: {} })
  },
)

export const carts = [puts, changes, takesOut, checksOut, fillsAndChecksOut, fillsAndChecksOut]
