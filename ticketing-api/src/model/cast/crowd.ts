import { placePurchase } from '@event-sphere/contract/purchases'
import type { Known } from './known.ts'
import { times } from './times.ts'
import type { World } from './world.ts'

const size = 6

/** Other people's orders at both processes, so that what is asked for beside them stands in their groups. */
export async function joinCrowd(known: Known, world: World): Promise<void> {
  const order = (side: number) =>
    world.ask(placePurchase, {
      side,
      as: world.key,
      body: {
        eventId: world.eventId,
        items: [{ ticketTypeId: world.types.crowd, quantity: 1 }],
        buyer: { email: `crowd${world.newNumber()}@example.com` },
      },
      prefer: 'return=minimal',
      idempotencyKey: world.newKey(),
    })
  const answers = await Promise.all(times(size).map(order))
  known.crowd += answers.filter(({ status }) => status === 201).length
}
