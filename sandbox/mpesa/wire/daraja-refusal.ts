/** A refusal by Daraja: an HTTP status and an error envelope. */
export class DarajaRefusal extends Error {
  readonly status: number
  readonly errorCode: string
  constructor(status: number, errorCode: string, errorMessage: string) {
    super(errorMessage)
    this.status = status
    this.errorCode = errorCode
  }
}

export const invalidField = (field: string): DarajaRefusal =>
  new DarajaRefusal(400, '400.002.02', `Bad Request - Invalid ${field}`)
export const invalidPayload = (): DarajaRefusal =>
  new DarajaRefusal(400, '400.002.05', 'Invalid Request Payload')
export const methodNotAllowed = (method: string): DarajaRefusal =>
  new DarajaRefusal(405, '405.001', `${method} Method Not Allowed`)
const unknownResources = [
  [/^\/mpesa\/c2b\//, '404.003.01'],
  [/^\/mpesa\/accountbalance\//, '404.002.01'],
] as const
/** Each product has its own code for an unknown path. */
export const resourceNotFound = (path: string): DarajaRefusal => {
  const [, code = '404.001.01'] = unknownResources.find(([product]) => product.test(path)) ?? []
  return new DarajaRefusal(404, code, 'Resource not found')
}
/** One code, many meanings: only its text tells them apart, and sometimes there is none. */
export const overloaded = (message: string): DarajaRefusal => new DarajaRefusal(500, '500.001.1001', message)
export const spikeArrest = (message = 'Error Occurred: Spike Arrest Violation'): DarajaRefusal =>
  new DarajaRefusal(500, '500.003.02', message)
export const quotaViolation = (): DarajaRefusal =>
  new DarajaRefusal(500, '500.003.03', 'Error Occurred: Quota Violation')
export const underMaintenance = (): DarajaRefusal =>
  new DarajaRefusal(500, '00.002.1001', 'Service is currently under maintenance. Please try again later')
/** C2B reports a wrong method as an invalid header. */
export const invalidHeader = (): DarajaRefusal =>
  new DarajaRefusal(404, '404.001.04', 'Invalid Authentication Header')
/** Each product has its own code for the same error. */
export const invalidAccessToken = (product: 'stk' | 'c2b'): DarajaRefusal =>
  product === 'stk'
    ? new DarajaRefusal(404, '404.001.03', 'Invalid Access Token')
    : new DarajaRefusal(400, '400.003.01', 'Invalid Access Token')
