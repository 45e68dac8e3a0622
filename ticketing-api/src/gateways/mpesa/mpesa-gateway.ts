/** What we ask of Safaricom's Daraja: a prompt on a phone, and how it went. */
export interface MpesaGateway {
  /**
   * Asks for a prompt (M-Pesa Express). Never sent twice by itself: Daraja knows no idempotency key for it.
   * `amountShillings` is whole shillings; `phone` is `2547XXXXXXXX` or `2541XXXXXXXX`; `account` is at most 12 letters and digits.
   */
  requestPrompt(prompt: PromptRequest): Promise<PromptAnswer>
  /** Asks how a prompt went (STK query). */
  queryPrompt(checkoutRequestId: string): Promise<QueryAnswer>
}

export interface PromptRequest {
  phone: string
  amountShillings: number
  account: string
  description: string
  callbackUrl: string
}

export type PromptAnswer =
  /** Accepted for processing; not paid. */
  | { kind: 'accepted'; merchantRequestId: string; checkoutRequestId: string }
  /**
   * Refused before anything happened: no prompt reached the phone. `isBusy`: worth another try in a minute.
   * `isThrottled`: we ask for too much, all of us together.
   */
  | { kind: 'refused'; code: string; text: string; isBusy: boolean; isThrottled?: true }
  /** No readable answer: the prompt may be on the phone. Only the callback can tell. */
  | { kind: 'unknown'; text: string }

export type QueryAnswer =
  /** Safaricom has a result; the caller decides which codes are final. */
  | { kind: 'result'; resultCode: string; resultText: string }
  /** In flight, busy or unreadable: no answer was obtained, which is not a failure. */
  | { kind: 'no_answer'; text: string; isThrottled?: true }
