import { randomUUID } from 'node:crypto'
import { eventId, ticketTypeId } from '@event-sphere/contract/values/ids'
import { makeLog } from '@event-sphere/kit/log'
import { everything } from '@event-sphere/ticketing-api/call/scope'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import { openContext } from '@event-sphere/ticketing-api/open-context'
import { serveGroup } from '@event-sphere/ticketing-api/sales/serve-group'
import type { PurchaseWish } from '@event-sphere/ticketing-api/sales/wish'
import { decodeId } from '../scene/decode-id.ts'
import { openScene, type Scene } from '../scene/open-scene.ts'

const buyers = [1, 8, 32, 64, 256]
const seconds = Number(process.env.BENCH_SECONDS ?? 3)

/** Measures the line of an event without HTTP, and the same sale with a transaction for each buyer. */
export async function measureLine() {
  const scene = await openScene()
  const config = readTicketingConfig({ DATABASE_URL: scene.databaseUrl })
  const { ctx, close } = await openContext({
    config,
    log: makeLog({ box: 'bench', level: 'silent' }),
    isWorker: false,
    scope: everything,
  })
  try {
    const wishFor = wishes(scene)
    const alone = async () => void (await serveGroup(ctx, decodeId(eventId, scene.eventId), [wishFor()]))
    const together = async () => void (await ctx.saleLines.serve(wishFor()))
    await perSecond(64, together)
    const rows = []
    for (const count of buyers) {
      const without = await perSecond(count, alone)
      const inLine = await perSecond(count, together)
      rows.push({
        buyers: count,
        line: Math.round(inLine),
        oneEach: Math.round(without),
        times: round(inLine / without),
      })
    }
    console.table(rows)
    return rows
  } finally {
    await close()
    await scene.close()
  }
}

/** This many buyers, each buying again as soon as the last purchase is done. */
async function perSecond(count: number, buy: () => Promise<void>): Promise<number> {
  const until = performance.now() + seconds * 1000
  const started = performance.now()
  let sold = 0
  const buyer = async () => {
    while (performance.now() < until) {
      await buy()
      sold += 1
    }
  }
  await Promise.all(Array.from({ length: count }, buyer))
  return sold / ((performance.now() - started) / 1000)
}

function wishes(scene: Scene): () => PurchaseWish {
  const event = decodeId(eventId, scene.eventId)
  const type = decodeId(ticketTypeId, scene.ticketTypeId)
  const fingerprint = Buffer.alloc(32)
  return () => {
    const email = `${randomUUID()}@example.com`
    return {
      eventId: event,
      buyer: { userId: null, email, firstName: 'Jepkoech', lastName: 'Rono', phone: null, locale: 'en' },
      sellerId: null,
      items: [{ ticketTypeId: type, quantity: 1 }],
      statedTotal: undefined,
      cartId: null,
      isMinimal: true,
      once: { hash: Buffer.from(email), fingerprint },
    }
  }
}

const round = (ratio: number) => Number(ratio.toFixed(2))
