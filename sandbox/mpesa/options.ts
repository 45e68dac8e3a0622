/** Options of a sandbox. Every default works without configuration. */
export interface MpesaSandboxOptions {
  readonly host?: string | undefined
  /** 0 means any free port. */
  readonly port?: number | undefined
  /** 1 is real time, 10 ten times as fast, 0 stands still until the clock is advanced. */
  readonly speed?: number | undefined
  readonly consumerKey?: string | undefined
  readonly consumerSecret?: string | undefined
  readonly shortcode?: string | undefined
  readonly passkey?: string | undefined
  /** Till numbers under the shortcode; a buy-goods push to any other ends in 2028. */
  readonly tills?: readonly string[] | undefined
  /** The name that a prompt shows. */
  readonly businessName?: string | undefined
  readonly allowHttpLoopback?: boolean | undefined
  /** Pushes per second of real time before spike arrest; unlimited by default, because Daraja's limit is not known. */
  readonly pushesPerSecond?: number | undefined
  /** Sandbox seconds from an answer on the fake phone to its result. */
  readonly answerDelaySeconds?: number | undefined
  readonly rules?: Partial<Rules> | undefined
  readonly logLevel?: string | undefined
}

/** Behaviours that can be switched while the sandbox runs. */
export interface Rules {
  /** Determines everything random, so that a run can be repeated. */
  seed: number
  /** Share of queries after the result that still answer 500.001.1001; 0 switches it off. */
  queryBusyRate: number
  /** The same customer paying the same amount again within two minutes gets result 17. */
  sameAmountRule: boolean
  /** The same-amount rule also counts unpaid prompts, as Safaricom's description of 17 says. */
  sameAmountAfterAnyPrompt: boolean
  /** A SIM accepts no other prompt for this many seconds after one has ended; Safaricom says at least a minute. */
  lockSeconds: number
  /** A new access token ends the previous one. */
  revokeOldToken: boolean
  /** Older samples say `"expires_in": "3599"`, newer ones `3599`. */
  expiresInAsNumber: boolean
  /** Whether a registered C2B ValidationURL is called. Safaricom enables this only on request. */
  c2bValidation: boolean
}

export type Settings = ReturnType<typeof settingsOf>

export function rulesOf(given: Partial<Rules> = {}): Rules {
  return {
    seed: 1,
    queryBusyRate: 0.2,
    sameAmountRule: true,
    sameAmountAfterAnyPrompt: false,
    lockSeconds: 0,
    revokeOldToken: true,
    expiresInAsNumber: false,
    c2bValidation: false,
    ...given,
  }
}

export function settingsOf(options: MpesaSandboxOptions) {
  return {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    speed: options.speed ?? 1,
    consumerKey: options.consumerKey ?? 'sandbox-consumer-key',
    consumerSecret: options.consumerSecret ?? 'sandbox-consumer-secret',
    // Safaricom's public sandbox shortcode and passkey, the same for every developer.
    shortcode: options.shortcode ?? '174379',
    passkey: options.passkey ?? 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919',
    tills: options.tills ?? [],
    businessName: options.businessName ?? 'KNCCI Uasin Gishu',
    allowHttpLoopback: options.allowHttpLoopback ?? true,
    pushesPerSecond: options.pushesPerSecond ?? Number.POSITIVE_INFINITY,
    answerDelaySeconds: options.answerDelaySeconds ?? 1,
    logLevel: options.logLevel ?? 'silent',
  }
}
