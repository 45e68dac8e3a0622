/** Safaricom's own client, as far as the sandbox's tests use it; the package has no types. */
declare module 'mpesa-node' {
  interface Answer {
    status: number
    data: Record<string, unknown>
  }

  export default class Mpesa {
    constructor(config: {
      consumerKey: string
      consumerSecret: string
      environment: 'sandbox'
      shortCode: string
      lipaNaMpesaShortCode: string
      lipaNaMpesaShortPass: string
      securityCredential?: string
      initiatorName?: string
      certPath?: string
    })
    baseURL: string
    oAuth(): Promise<Answer>
    lipaNaMpesaOnline(msisdn: number, amount: number, callbackUrl: string, reference: string): Promise<Answer>
    lipaNaMpesaQuery(checkoutRequestId: string): Promise<Answer>
    c2bRegister(confirmationUrl: string, validationUrl: string): Promise<Answer>
    c2bSimulate(msisdn: number, amount: number, billRefNumber: string): Promise<Answer>
    reversal(receipt: string, amount: number, queueUrl: string, resultUrl: string): Promise<Answer>
  }
}
