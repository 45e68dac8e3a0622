import type { Problem } from '@event-sphere/contract/problem'
import { placePurchase } from '@event-sphere/contract/purchases'
import { redirect } from 'react-router'
import type { WireTicketType } from '../../backend/event-cache/event-cache.ts'
import type { Site } from '../../backend/site.ts'
import { isSignedOut, refused, replyOf, type Sent, textOf } from '../forms.ts'
import { orAway } from './find-event.ts'
import { type Holdings, listPurchases, readHoldings } from './holdings.ts'
import { choicesFor, itemsFor, type WantedItem } from './offers.ts'

/** What the form of one choice says. */
interface Wanted {
  eventId: string
  typeId: string
  quantity: number
  key: string
}

/** Registers at once for what is free, then orders what costs money: the one never hangs on the other. */
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
    // Somebody who has it already, from another tab, goes on to what costs money.
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

/** Where somebody goes who has it already, or whose order for it waits for its money. */
function whereItIs({ counts, pending }: Holdings, typeId: string): string | undefined {
  const open = pending.find(({ items }) => items.some((item) => item.ticketTypeId === typeId))
  if (open) return `/pay/${open.id}?open=1`
  return counts[typeId] ? `/tickets?have=${typeId}` : undefined
}

function itemsOf({ typeId, quantity }: Wanted, types: WireTicketType[], { counts }: Holdings) {
  const choice = choicesFor(types, counts).find(({ ticketTypes }) => ticketTypes.at(-1)?.id === typeId)
  // What is no longer on offer is asked for all the same: the refusal says why.
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

/** Two tabs may ask at once: whoever was second is led to what the first one got. */
async function answerRefusal(sent: Sent, wanted: Wanted, problem: Problem): Promise<Response> {
  const { site, request } = sent
  if (isSignedOut(problem)) return replyOf<never>({ ok: false, problem }, request)
  // The refusal names the order that waits, where one does.
  if (problem.purchaseId) return redirect(`/pay/${problem.purchaseId}?open=1`, 303)
  if (problem.code === 'limit_reached') {
    const elsewhere = whereItIs(await findOwn(site, request, wanted.eventId), wanted.typeId)
    if (elsewhere) return redirect(elsewhere, 303)
  }
  return refused(sent, problem)
}
