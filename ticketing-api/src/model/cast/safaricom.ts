import { aReceipt, type FakeMpesa, type FakePrompt } from '../../cast/fake-mpesa.ts'
import type { PromptAnswer, QueryAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import type { Known } from './known.ts'
import type { HowAnswered, Prompted } from './prompted.ts'

export const askedCents = ({ prompt }: Prompted) => prompt.amountShillings * 100

/** A Safaricom that decides once what became of a prompt, and tells it as badly as it can. */
export function openSafaricom(mpesa: FakeMpesa, known: Known, urls: readonly string[]) {
  const answers: HowAnswered[] = []
  let sent = 0
  mpesa.answersPrompts(async (prompt): Promise<PromptAnswer> => {
    const how = answers.shift() ?? 'accepted'
    const { checkoutRequestId } = prompt
    const prompted = {
      prompt,
      how,
      isPaidTold: false,
      isFailureTold: false,
      query: '4999',
    } satisfies Prompted
    known.prompts.set(checkoutRequestId, prompted)
    if (how === 'after its callback') await tellPaid(prompted)
    if (how === 'never') return { kind: 'unknown', text: 'lost on the way' }
    if (how === 'busy') return { kind: 'refused', code: '500.001.1001', text: 'busy', isBusy: true }
    if (how === 'refused') return { kind: 'refused', code: '400.002.02', text: 'refused', isBusy: false }
    return prompt.accepted
  })
  mpesa.answersQueries((id): QueryAnswer => {
    const prompted = known.prompts.get(id)
    const said = prompted?.query ?? 'nothing'
    if (prompted && said === '1032') prompted.isFailureTold = true
    if (said === 'nothing') return { kind: 'no_answer', text: 'spike arrest' }
    return { kind: 'result', resultCode: said, resultText: `result ${said}` }
  })

  /** Callbacks reach either process. */
  async function delivers(send: () => Promise<number[]>): Promise<void> {
    mpesa.reach(urls[sent++ % urls.length] ?? '')
    const statuses = await send()
    if (statuses.some((status) => status !== 200)) throw new Error(`a callback was answered ${statuses}`)
  }

  const placeOf = ({ account, checkoutRequestId }: FakePrompt) =>
    mpesa.prompts
      .filter((each) => each.account === account)
      .findIndex((each) => each.checkoutRequestId === checkoutRequestId)

  async function tellPaid(prompted: Prompted, { deliveries = 1, shillings = 0 } = {}): Promise<void> {
    const { prompt } = prompted
    const paid = pays(prompted, shillings)
    const [amount, receipt] = [`${paid.cents / 100}.00`, paid.receipt]
    await delivers(() => mpesa.pays(prompt, { prompt: placeOf(prompt), amount, receipt, deliveries }))
    prompted.isPaidTold = true
  }

  async function tellFailed(prompted: Prompted, resultCode: string, deliveries = 1): Promise<void> {
    const { prompt } = prompted
    await delivers(() => mpesa.ends(prompt, resultCode, { prompt: placeOf(prompt), deliveries }))
    prompted.isFailureTold = true
  }

  /** What says that it comes from Safaricom and does not. */
  async function forge({ prompt }: Prompted, lie: object): Promise<void> {
    await delivers(() => mpesa.pays(prompt, { prompt: placeOf(prompt), ...lie }))
  }

  return {
    willAnswer: (how: HowAnswered) => answers.push(how),
    tellPaid,
    tellFailed,
    forge,
    pays,
    /** Prompts that rang. */
    rang: () => [...known.prompts.values()].filter(({ how }) => how !== 'refused' && how !== 'busy'),
  }
}

/** Money leaves the phone, once: what was asked for, and so many shillings more. */
function pays(prompted: Prompted, moreShillings: number): NonNullable<Prompted['paid']> {
  const cents = Math.max(100, askedCents(prompted) + moreShillings * 100)
  prompted.paid ??= { cents, receipt: aReceipt() }
  return prompted.paid
}
