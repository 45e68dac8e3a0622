import type { Database } from '@event-sphere/kit/database/database'
import type { Log } from '@event-sphere/kit/log'
import type { Config } from '../../config.ts'
import { type AccessTokens, accessTokens, NoAccess } from './access-tokens.ts'
import { callDaraja, type Heard } from './call-daraja.ts'
import { claimOf, pushOf } from './daraja-bodies.ts'
import { isTokenRefused } from './envelope.ts'
import { maskPhone } from './mask-phone.ts'
import type { MpesaGateway, PromptAnswer, PromptRequest, QueryAnswer } from './mpesa-gateway.ts'
import { readPromptAnswer } from './prompt-answer.ts'
import { readQueryAnswer } from './query-answer.ts'

type Settings = Config['mpesa']

/** How long an answer is waited for. */
const patience = { pushMilliseconds: 10_000, queryMilliseconds: 8000 }

export interface DarajaOptions {
  settings: Settings
  /** Where the installation's one access token is kept. */
  database: Database
  log: Log
  patience?: typeof patience
}

/**
 * Safaricom's Daraja over HTTPS: M-Pesa Express (`/mpesa/stkpush/v1/processrequest`) and its query
 * (`/mpesa/stkpushquery/v1/query`). A call whose token is refused is made again once with a new token, for then
 * nothing was done; a push is never sent again after silence or an answer that cannot be read.
 * Source: Safaricom, Daraja portal, "M-Pesa Express" and "M-Pesa Express Query".
 */
export function darajaGateway(options: DarajaOptions): MpesaGateway {
  const { settings, log } = options
  const wire = {
    settings,
    tokens: accessTokens(settings, options.database),
    patience: options.patience ?? patience,
  }
  return {
    requestPrompt: async (prompt) => {
      const answer = await requestPrompt(wire, prompt)
      log.info(
        { phone: maskPhone(prompt.phone), account: prompt.account, ...toldOf(answer) },
        'prompt requested',
      )
      return answer
    },
    queryPrompt: async (checkoutRequestId) => {
      const answer = await queryPrompt(wire, checkoutRequestId)
      log.debug(toldOf(answer), 'prompt queried')
      return answer
    },
  }
}

interface Wire {
  settings: Settings
  tokens: AccessTokens
  patience: typeof patience
}

/** For the log: the ids of a prompt spell the phone number, so they stay out. */
function toldOf(answer: PromptAnswer | QueryAnswer) {
  switch (answer.kind) {
    case 'accepted':
      return { answer: answer.kind }
    case 'refused':
      return { answer: answer.kind, code: answer.code }
    case 'result':
      return { answer: answer.kind, code: answer.resultCode }
    case 'unknown':
    case 'no_answer':
      return { answer: answer.kind, because: answer.text }
    default:
      return answer satisfies never
  }
}

async function requestPrompt(
  { settings, tokens, patience }: Wire,
  prompt: PromptRequest,
): Promise<PromptAnswer> {
  const url = `${settings.baseUrl}/mpesa/stkpush/v1/processrequest`
  const body = { ...claimOf(settings), ...pushOf(settings, prompt) }
  const heard = await callWithToken(tokens, { url, body, patienceMilliseconds: patience.pushMilliseconds })
  switch (heard.kind) {
    case 'answer':
      return readPromptAnswer(heard.envelope)
    case 'not_sent':
      return { kind: 'refused', code: 'unreachable', text: heard.text, isBusy: heard.isBusy }
    case 'silence':
      return { kind: 'unknown', text: heard.text }
    default:
      return heard satisfies never
  }
}

async function queryPrompt(
  { settings, tokens, patience }: Wire,
  checkoutRequestId: string,
): Promise<QueryAnswer> {
  const url = `${settings.baseUrl}/mpesa/stkpushquery/v1/query`
  const body = { ...claimOf(settings), CheckoutRequestID: checkoutRequestId }
  const heard = await callWithToken(tokens, { url, body, patienceMilliseconds: patience.queryMilliseconds })
  return heard.kind === 'answer'
    ? readQueryAnswer(heard.envelope, checkoutRequestId)
    : { kind: 'no_answer', text: heard.text }
}

interface Asked {
  url: string
  body: object
  patienceMilliseconds: number
}

async function callWithToken(tokens: AccessTokens, asked: Asked): Promise<Heard> {
  try {
    const token = await tokens.get()
    const heard = await callDaraja({ ...asked, token })
    if (heard.kind !== 'answer' || !isTokenRefused(heard.envelope)) return heard
    return await callDaraja({ ...asked, token: await tokens.renew(token) })
  } catch (fault) {
    // Nothing throws once a call is on its way: this is a token that could not be had, and nothing was asked.
    if (fault instanceof NoAccess) return { kind: 'not_sent', text: fault.message, isBusy: fault.isBusy }
    return { kind: 'not_sent', text: 'the token could not be read', isBusy: true }
  }
}
