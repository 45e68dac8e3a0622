import type { Sandbox } from '../sandbox.ts'
import { type C2bPayment, c2bPayload } from './payload.ts'
import type { C2bUrls } from './register.ts'

const patienceMs = 8_000

export interface Verdict {
  readonly isAccepted: boolean
  readonly thirdPartyId: string
}

function readVerdict(answer: string): Verdict | undefined {
  try {
    const said: unknown = JSON.parse(answer)
    if (typeof said !== 'object' || said === null || !('ResultCode' in said)) return undefined
    const echoed = 'ThirdPartyTransID' in said ? String(said.ThirdPartyTransID) : ''
    return { isAccepted: String(said.ResultCode) === '0', thirdPartyId: echoed }
  } catch {
    return undefined
  }
}

/**
 * Asks the ValidationURL before the money moves. If its answer is late, missing or unreadable, the registered default
 * decides.
 */
export async function validate(sandbox: Sandbox, urls: C2bUrls, payment: C2bPayment): Promise<Verdict> {
  if (!sandbox.rules.c2bValidation) return { isAccepted: true, thirdPartyId: '' }
  const answer = await sandbox.courier.deliver({
    kind: 'c2b_validation',
    url: urls.validationUrl,
    body: c2bPayload(urls.version, payment),
    headers: {},
    sentAt: sandbox.clock.date(),
    patienceMs,
  })
  const verdict = answer === undefined ? undefined : readVerdict(answer)
  return verdict ?? { isAccepted: urls.responseType === 'Completed', thirdPartyId: '' }
}
