import { randomInt } from 'node:crypto'
import type {
  MpesaGateway,
  PromptAnswer,
  PromptRequest,
  QueryAnswer,
} from '../gateways/mpesa/mpesa-gateway.ts'

type Accepted = Extract<PromptAnswer, { kind: 'accepted' }>

/** A request for a prompt as Safaricom would remember it. */
export interface FakePrompt extends PromptRequest {
  merchantRequestId: string
  checkoutRequestId: string
  /** The answer that it gets unless the test says otherwise. */
  accepted: Accepted
}

type PromptScript = (prompt: FakePrompt) => PromptAnswer | Promise<PromptAnswer>

/** What a callback says and how it travels; left out, it is what Safaricom would send, once. */
export interface CallbackScript {
  deliveries?: number
  /** As JSON: `1500.00`, `"1500"`, `1e309`. */
  amount?: string
  receipt?: string
  merchantRequestId?: string
  checkoutRequestId?: string
  shortcode?: string
  token?: string
  /** Which prompt of the purchase, from the first; left out, the newest. */
  prompt?: number
}

/** A Safaricom that does what a test says. It calls back over real HTTP, to the address that it was given. */
export class FakeMpesa implements MpesaGateway {
  readonly prompts: FakePrompt[] = []
  /** Ids that were asked about. */
  readonly queries: string[] = []
  #apiUrl: string | undefined
  #promptScripts: PromptScript[] = []
  #answerPrompt: PromptScript = (prompt) => prompt.accepted
  #answerQuery: (checkoutRequestId: string) => QueryAnswer | Promise<QueryAnswer> = () => inFlight

  /** Where the API listens, when its address was not known as prompts were asked for. */
  reach(apiUrl: string): void {
    this.#apiUrl = apiUrl
  }

  /** What the next request for a prompt is answered; after that, as before. */
  answersNextPrompt(script: PromptScript | PromptAnswer): void {
    this.#promptScripts.push(typeof script === 'function' ? script : () => script)
  }

  /** What every request for a prompt is answered from now on that has no answer of its own. */
  answersPrompts(script: PromptScript): void {
    this.#answerPrompt = script
  }

  /** What queries are answered from now on: a result code, or a script. */
  answersQueries(script: string | ((checkoutRequestId: string) => QueryAnswer | Promise<QueryAnswer>)): void {
    this.#answerQuery =
      typeof script === 'function'
        ? script
        : () => ({ kind: 'result', resultCode: script, resultText: `result ${script}` })
  }

  async requestPrompt(request: PromptRequest): Promise<PromptAnswer> {
    const prompt = acceptPrompt(request)
    this.prompts.push(prompt)
    return (this.#promptScripts.shift() ?? this.#answerPrompt)(prompt)
  }

  async queryPrompt(checkoutRequestId: string): Promise<QueryAnswer> {
    this.queries.push(checkoutRequestId)
    return this.#answerQuery(checkoutRequestId)
  }

  /** The PIN was entered: Safaricom calls back. Answers with the statuses that it was given. */
  pays(purchase: { account: string }, script: CallbackScript = {}): Promise<number[]> {
    const prompt = this.promptOf(purchase, script.prompt)
    const { amount = `${prompt.amountShillings}.00`, receipt = aReceipt() } = script
    const metadata = `,"CallbackMetadata":{"Item":[{"Name":"Amount","Value":${amount}},
      {"Name":"MpesaReceiptNumber","Value":"${receipt}"},{"Name":"Balance"},
      {"Name":"TransactionDate","Value":20260701120000},{"Name":"PhoneNumber","Value":${prompt.phone}}]}`
    return this.#callBack(prompt, stkCallback(prompt, '0', metadata, script), script)
  }

  /** It ended otherwise. */
  ends(purchase: { account: string }, resultCode: string, script: CallbackScript = {}): Promise<number[]> {
    const prompt = this.promptOf(purchase, script.prompt)
    return this.#callBack(prompt, stkCallback(prompt, resultCode, '', script), script)
  }

  promptOf({ account }: { account: string }, at = -1): FakePrompt {
    const prompt = this.prompts.filter((each) => each.account === account).at(at)
    if (!prompt) throw new Error(`Nobody asked for a prompt for ${account}.`)
    return prompt
  }

  /** Sends any text to the address of a prompt. */
  sends(prompt: FakePrompt, body: string, headers: Record<string, string> = {}): Promise<number> {
    return this.#post(prompt.callbackUrl, body, headers)
  }

  async #callBack(prompt: FakePrompt, body: string, script: CallbackScript): Promise<number[]> {
    const { deliveries = 1, shortcode = '174379', token } = script
    const url = token ? prompt.callbackUrl.replace(/[^/]+$/, token) : prompt.callbackUrl
    const headers = { BusinessShortCode: shortcode }
    return Promise.all(Array.from({ length: deliveries }, () => this.#post(url, body, headers)))
  }

  async #post(callbackUrl: string, body: string, headers: Record<string, string>): Promise<number> {
    const url = new URL(new URL(callbackUrl).pathname, this.#apiUrl ?? callbackUrl)
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
      body,
    })
    await response.arrayBuffer()
    return response.status
  }
}

export const fakeMpesa = (): FakeMpesa => new FakeMpesa()

const inFlight: QueryAnswer = { kind: 'result', resultCode: '4999', resultText: 'still under processing' }

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')

export const aReceipt = (): string => `UG1${digits(7)}`

function acceptPrompt(request: PromptRequest): FakePrompt {
  const merchantRequestId = `2654-4b64-97ff-b827b542881d${digits(7)}`
  const checkoutRequestId = `ws_CO_01072026120000${digits(6)}${request.phone.slice(-9)}`
  const accepted: Accepted = { kind: 'accepted', merchantRequestId, checkoutRequestId }
  return { ...request, merchantRequestId, checkoutRequestId, accepted }
}

function stkCallback(
  prompt: FakePrompt,
  resultCode: string,
  metadata: string,
  script: CallbackScript,
): string {
  const { merchantRequestId = prompt.merchantRequestId, checkoutRequestId = prompt.checkoutRequestId } =
    script
  const code = /^\d+$/.test(resultCode) ? resultCode : JSON.stringify(resultCode)
  return `{"Body":{"stkCallback":{"MerchantRequestID":"${merchantRequestId}","CheckoutRequestID":"${checkoutRequestId}",
    "ResultCode":${code},"ResultDesc":"result ${resultCode}"${metadata}}}}`
}
