/** How a prompt can end, with codes and texts as seen in callbacks and queries. */
export interface Ending {
  readonly code: string
  readonly callbackText: string
  /** The query has a different text for the same ending: rely on the code, not the text. */
  readonly queryText: string
  /** Range of sandbox seconds from the push to the result if nobody answers. */
  readonly afterSeconds: readonly [from: number, to: number]
  /** The label on the fake phone. */
  readonly label: string
}

const ending = (
  code: string,
  label: string,
  afterSeconds: readonly [number, number],
  callbackText: string,
  queryText: string,
): Ending => ({ code, label, afterSeconds, callbackText, queryText })

const unreachable = 'DS timeout user cannot be reached.'
const noResponse = 'No response from user.'

export const endings = {
  approve: ending(
    '0',
    'paid',
    [5, 17],
    'The service request is processed successfully.',
    'The service request has been processed successfully.',
  ),
  wrong_pin: ending(
    '2001',
    'wrong PIN',
    [12, 12],
    'The initiator information is invalid.',
    'The initiator information is invalid',
  ),
  cancel: ending('1032', 'cancelled', [27, 27], 'Request cancelled by user', 'Request Cancelled by user.'),
  ignore: ending('1037', 'no answer', [60, 60], noResponse, unreachable),
  offline: ending('1037', 'phone off', [26, 26], unreachable, noResponse),
  insufficient: ending(
    '1',
    'insufficient balance',
    [8, 8],
    'The balance is insufficient for the transaction.',
    'The balance is insufficient for the transaction',
  ),
  daily_limit: ending(
    '4',
    'daily limit',
    [8, 8],
    'Declined due to limit rule: would exceed daily transfer limit.',
    'Declined due to limit rule',
  ),
  expire: ending('1019', 'expired', [60, 60], 'Transaction has expired', 'Transaction has expired.'),
  system_busy: ending(
    '26',
    'system busy',
    [5, 5],
    'System busy. The service request is rejected.',
    'System busy',
  ),
  pin_locked: ending(
    '8006',
    'PIN locked',
    [10, 10],
    'The security credential is locked.',
    'The security credential is locked',
  ),
  merchant_limit: ending(
    '8',
    'merchant account full',
    [8, 8],
    'Declined due to limit rule: would exceed the maximum balance.',
    'Declined due to limit rule',
  ),
  over_maximum: ending(
    '3',
    'over the maximum',
    [3, 3],
    'Declined due to limit rule: greater than the maximum transaction amount.',
    'Declined due to limit rule',
  ),
  rule_limited: ending('17', 'same amount within two minutes', [3, 3], 'Rule limited.', 'Rule limited'),
  push_error: ending(
    '1025',
    'push failed',
    [3, 3],
    'An error occurred while sending a push request',
    'An error occurred while sending a push request.',
  ),
  not_permitted: ending(
    '2028',
    'not permitted',
    [3, 3],
    'The request is not permitted according to product assignment.',
    'The request is not permitted according to product assignment',
  ),
  unknown_operator: ending(
    'SFC_IC0003',
    'unknown operator',
    [3, 3],
    'The operator does not exist.',
    'The operator does not exist',
  ),
  bad_debt: ending(
    'E3008',
    'bad debt contract',
    [8, 8],
    'Error, the user has a bad debt contract.',
    'Error, the user has a bad debt contract',
  ),
  below_minimum: ending(
    '2',
    'below the minimum',
    [3, 3],
    'Declined due to limit rule: less than the minimum transaction amount.',
    'Declined due to limit rule',
  ),
  subscriber_locked: ending(
    '1001',
    'another session on the phone',
    [3, 3],
    'Unable to lock subscriber, a transaction is already in process for the current subscriber',
    'Unable to lock subscriber',
  ),
  prompt_error: ending(
    '9999',
    'prompt not sent',
    [3, 3],
    'Error while sending a push request.',
    'Error while sending a push request',
  ),
} as const satisfies Record<string, Ending>

export type Outcome = keyof typeof endings

export const outcomes = Object.keys(endings) as [Outcome, ...Outcome[]]

/** Outcomes of a prompt that never reached a phone: it cannot be answered. */
export const unseenOutcomes: ReadonlySet<Outcome> = new Set([
  'offline',
  'over_maximum',
  'rule_limited',
  'push_error',
  'not_permitted',
  'unknown_operator',
  'below_minimum',
  'subscriber_locked',
  'prompt_error',
])
