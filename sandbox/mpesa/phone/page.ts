import { html, type Markup } from '../../html.ts'
import { endings } from '../payments/outcomes.ts'
import type { Payment } from '../payments/payment.ts'
import { habits } from '../payments/unattended.ts'
import type { Sandbox } from '../sandbox.ts'
import { historyLine } from './history-line.ts'
import { promptCard } from './prompt-card.ts'

const shownPrompts = 24
const shownHistory = 40

const isPrompting = (payment: Payment): boolean =>
  payment.status === 'open' && payment.unattended.reachesPhone

function prompts(open: Payment[], businessName: string, phone: string): Markup {
  if (open.length === 0) {
    return html`<p class="empty">No open prompts. Pay with M-PESA on the site, and the prompt appears here.</p>`
  }
  const more = open.length - shownPrompts
  const cards = open.slice(0, shownPrompts).map((payment) => promptCard(payment, businessName, phone))
  return html`<div class="phones">${cards}</div>${more > 0 && html`<p class="dim">and ${more} more; find one by its number.</p>`}`
}

function history(sandbox: Sandbox, over: Payment[]): Markup {
  if (over.length === 0) return html`<p class="dim">Nothing yet.</p>`
  const told = sandbox.callbacks.list()
  const lines = over.slice(0, shownHistory).map((payment) =>
    historyLine(
      payment,
      told.find((entry) => entry.kind === 'stk' && entry.checkoutRequestId === payment.checkoutRequestId),
    ),
  )
  return html`<ol class="history">${lines}</ol>`
}

function habitTable(): Markup {
  const rows = Object.entries(habits).map(([digits, { outcome, note }]) => {
    const { label, code, afterSeconds } = endings[outcome]
    const seconds = [...new Set(afterSeconds)].join('–')
    return html`<tr><td><code>…${digits}</code></td><td>${note ?? label}</td><td>${code}</td><td>${seconds} s</td></tr>`
  })
  return html`<h2>Numbers that answer by themselves</h2>
<p class="small">By their last three digits. Any other Safaricom number waits for this page and is ignored after 60 seconds (1037); 010, 073, 0750–0756, 077 and 078 belong to other networks and cannot be reached.</p>
<div class="wide"><table class="small"><thead><tr><th>Ends in</th><th>What happens</th><th>Result</th><th>After</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function speedOf(sandbox: Sandbox): string {
  const { speed } = sandbox.clock
  if (speed === 0) return 'time stands still'
  return speed === 1 ? 'real time' : `time runs ×${speed}`
}

/** A refreshing page would clear the search field, so the search is on the version that does not refresh. */
function finder({ phone, isStill }: View): Markup {
  if (!isStill) {
    return html`<p class="small"><a href="/?still=1&phone=${phone}">Find one phone, or hold this page still</a>${phone && html` · only +${phone} · <a href="/">all phones</a>`}</p>`
  }
  return html`<form class="find" method="get" action="/"><input name="phone" value="${phone}" inputmode="tel" aria-label="Phone number" placeholder="0712 345 678"><button>Show</button></form>
<p class="small"><a href="/?phone=${phone}">Go on refreshing</a></p>`
}

export interface View {
  /** Digits of the numbers to show; empty for all. */
  readonly phone: string
  /** True if the page does not refresh. */
  readonly isStill: boolean
}

/** The fake phone: open prompts above, recent results below; it refreshes itself. */
export function phonePage(sandbox: Sandbox, view: View): string {
  const shown = sandbox.payments.list().filter((payment) => payment.push.phoneNumber.includes(view.phone))
  const open = shown.filter(isPrompting)
  const over = shown.filter((payment) => !isPrompting(payment))
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${open.length > 0 && `(${open.length}) `}Fake phone</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${!view.isStill && html`<meta http-equiv="refresh" content="3">`}
<link rel="icon" href="data:,"><link rel="stylesheet" href="/phone.css"></head>
<body><main>
<header><h1>Fake phone</h1><span class="dim small">M-PESA sandbox · no money moves · ${speedOf(sandbox)}</span></header>
${finder(view)}
<h2>Prompts</h2>${prompts(open, sandbox.settings.businessName, view.phone)}
<h2>Recently</h2>${history(sandbox, over)}
${habitTable()}
</main></body></html>`.text
}
