import { cancelEvent, changeEvent } from '@event-sphere/contract/events'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import fc from 'fast-check'
import { act } from './act.ts'
import { sizes, type TypeName } from './fair.ts'
import { often } from './orders.ts'
import { times } from './times.ts'

const name = fc.constantFrom<TypeName>('general', 'gala', 'vip')

/** Two sizes at once: the organiser may be told that both stand. */
const resizes = act(
  'the organiser changes a size',
  { name, quantities: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 2 }) },
  async (known, world, { name: type, quantities }) => {
    const id = world.types[type]
    const change = async (quantity: number, side: number) => {
      const answer = await world.ask(changeTicketType, {
        side,
        as: world.key,
        params: { id },
        body: { quantity },
      })
      if (answer.status === 200) known.sizes.set(id, [...(known.sizes.get(id) ?? [sizes[type]]), quantity])
    }
    await Promise.all(quantities.map(change))
  },
)

const reprices = act(
  'the organiser changes a price',
  { name: fc.constantFrom<TypeName>('gala', 'vip'), price: fc.constantFrom(1000, 1500, 2500) },
  async (_, world, { name: type, price }) => {
    await world.ask(changeTicketType, { as: world.key, params: { id: world.types[type] }, body: { price } })
  },
)

const closes = act(
  'the organiser stops a sale or goes on with it',
  { name, isActive: fc.boolean() },
  async (_, world, { name: type, isActive }) => {
    await world.ask(changeTicketType, {
      as: world.key,
      params: { id: world.types[type] },
      body: { isActive },
    })
  },
)

/** As many as there can be, or fewer than are there already. */
const caps = act(
  'the organiser changes the cap',
  { cap: fc.constantFrom(1, 200, 100_000) },
  async (_, world, { cap }) => {
    await Promise.all(
      times(2).map((side) =>
        world.ask(changeEvent, {
          side,
          as: world.key,
          params: { id: world.eventId },
          body: { maxAttendees: side === 0 ? cap : 100_000 },
        }),
      ),
    )
  },
)

/** Rare, since little happens after it. */
const cancels = act('the organiser cancels the event', { often }, async (known, world, chosen) => {
  const cancel = { as: world.key, params: { id: world.eventId } }
  await Promise.all(
    times(chosen.often).map(async (side) => {
      const { status } = await world.ask(cancelEvent, { ...cancel, side })
      known.isCancelled ||= status === 200
    }),
  )
})

const changes = [resizes, reprices, caps]
export const organiser = [...changes, closes, ...changes, ...changes, ...changes, ...changes, cancels]
