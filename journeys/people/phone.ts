import { randomInt } from 'node:crypto'
import { waitFor } from '../street/wait-for.ts'

type Outcome = 'approve' | 'cancel' | 'wrong_pin' | 'insufficient' | 'ignore'
type Prompt = {
  checkoutRequestId: string
  amount: number
  accountReference: string
  status: 'open' | 'answered' | 'paid' | 'failed'
}

/** A phone on Safaricom's network: it receives prompts, and its owner answers them. */
export function aPhone(mpesa: string, { ending }: { ending?: string } = {}) {
  const number = inventNumber(ending)
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${mpesa}/__sim${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`the fake phone answered ${answer.status} to ${path}: ${text}`)
    return JSON.parse(text)
  }
  const listPrompts = async (status: Prompt['status']) =>
    (await call(`/prompts?status=${status}&phoneNumber=${number}`)) as Prompt[]

  return {
    /** As people type it: `0712 345 678`. */
    typed: `0${number.slice(3, 6)} ${number.slice(6, 9)} ${number.slice(9)}`,

    showsPrompt: () => waitFor(`a prompt on ${number}`, async () => (await listPrompts('open'))[0]),

    async answers(outcome: Outcome): Promise<Prompt> {
      const prompt = await this.showsPrompt()
      await call(`/prompts/${prompt.checkoutRequestId}/answer`, { outcome })
      return prompt
    },

    hasPaid: () => waitFor(`${number} to have paid`, async () => (await listPrompts('paid'))[0]),

    /** How many of its callbacks were lost. */
    async lostCallbacks(): Promise<number> {
      const paid = (await listPrompts('paid')).map(({ checkoutRequestId }) => checkoutRequestId)
      const sent = (await call('/callbacks')) as { checkoutRequestId?: string; failure?: string }[]
      return sent.filter((one) => one.failure && paid.includes(one.checkoutRequestId ?? '')).length
    },

    /** Safaricom will accept this phone's next payment without a callback. */
    losesNextCallback: () => call('/faults', { fault: 'drop_callback', phoneNumber: number }),
  }
}

/** An unused Safaricom number. Those ending in 001 to 016 answer by themselves, so they are used only on request. */
function inventNumber(ending = String(randomInt(100, 1000))): string {
  return `25471${randomInt(10_000).toString().padStart(4, '0')}${ending}`
}
