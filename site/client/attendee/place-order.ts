import type { Problem } from '@event-sphere/contract/problem'
import { placePurchase } from '@event-sphere/contract/purchases'
import { redirect } from 'react-router'
import type { WireTicketType } from '../../backend/event-cache/event-cache.ts'
import type { Site } from '../../backend/site.ts'
import { isSignedOut, refused, replyOf, type Sent, textOf } from '../forms.ts'
import { orAway } from './find-event.ts'
import { type Holdings, listPurchases, readHoldings } from './holdings.ts'
import { choicesFor, itemsFor, type WantedItem } from './offers.ts'

/** The form of one choice. */
interface Wanted {
  eventId: string
  typeId: string
  quantity: number
  key: string
}

/** Registers for what is free first, then orders what costs money: registration never depends on payment. */
export async function placeOrder(sent: Sent): Promise<Response> {
  const { site, request, form } = sent
  const wanted = readWanted(form)
  const [holdings, types] = await Promise.all([
    findOwn(site, request, wanted.eventId),
    orAway(site.cache.listTicketTypes(wanted.eventId)),
  ])
  const elsewhere = whereItIs(holdings, wanted.typeId)
  if (elsewhere) return redirect(elsewhere, 303)
  const { free, rest } = itemsOf(wanted, types.value, holdings)
  const isBoth = free.length > 0 && rest.length > 0

  if (free.length > 0) {
    const answer = await buy(site, wanted, free, isBoth ? `${wanted.key}-free` : wanted.key)
    // If another tab has registered already, the order goes on with what costs money.
    const isHad = isBoth && !answer.ok && answer.problem.code === 'limit_reached'
    if (!answer.ok && !isHad) return answerRefusal(sent, wanted, answer.problem)
    if (!isBoth) return redirect('/tickets?new=1', 303)
  }
  const answer = await buy(site, wanted, rest, wanted.key)
  if (!answer.ok) return answerRefusal(sent, wanted, answer.problem)
  const purchase = answer.reply
  if (purchase.status === 'completed') return redirect('/tickets?new=1', 303)
  return redirect(`/pay/${purchase.id}${isBoth ? '?registered=1' : ''}`, 303)
}

function readWanted(form: FormData): Wanted {
  const quantity = Number.parseInt(textOf(form, 'quantity') || '1', 10)
  return {
    eventId: textOf(form, 'eventId'),
    typeId: textOf(form, 'choice'),
    quantity: Number.isFinite(quantity) && quantity > 0 ? quantity : 1,
    key: textOf(form, 'idempotencyKey'),
  }
}

async function findOwn(site: Site, request: Request, eventId: string): Promise<Holdings> {
  return readHoldings(await listPurchases(site, request, eventId), eventId)
}

/** Where to send a buyer who has the ticket already or has an unpaid order for it. */
function whereItIs({ counts, pending }: Holdings, typeId: string): string | undefined {
  const open = pending.find(({ items }) => items.some((item) => item.ticketTypeId === typeId))
  if (open) return `/pay/${open.id}?open=1`
  return counts[typeId] ? `/tickets?have=${typeId}` : undefined
}

function itemsOf({ typeId, quantity }: Wanted, types: WireTicketType[], { counts }: Holdings) {
  const choice = choicesFor(types, counts).find(({ ticketTypes }) => ticketTypes.at(-1)?.id === typeId)
  // A type that is no longer offered is still ordered: the refusal says why it is not available.
  if (!choice) return { free: [], rest: [{ ticketTypeId: typeId, quantity }] }
  return itemsFor(choice, quantity, counts)
}

async function buy(site: Site, { eventId }: Wanted, items: WantedItem[], idempotencyKey: string) {
  const answer = await site.ticketing.call(placePurchase, {
    body: { eventId, items },
    idempotencyKey,
    isMinimal: true,
  })
  site.cache.forgetTicketTypes(eventId)
  return answer
}

/** Two tabs may order at once: the second one is sent to the result of the first. */
async function answerRefusal(sent: Sent, wanted: Wanted, problem: Problem): Promise<Response> {
  const { site, request } = sent
  if (isSignedOut(problem)) return replyOf<never>({ ok: false, problem }, request)
  // The refusal names the unpaid order, if there is one.
  if (problem.purchaseId) return redirect(`/pay/${problem.purchaseId}?open=1`, 303)
  if (problem.code === 'limit_reached') {
    const elsewhere = whereItIs(await findOwn(site, request, wanted.eventId), wanted.typeId)
    if (elsewhere) return redirect(elsewhere, 303)
  }
  return refused(sent, problem)
}
