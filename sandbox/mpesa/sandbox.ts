import { C2bRegister } from './c2b/register.ts'
import { CallbackLog } from './callbacks/callback-log.ts'
import { Courier } from './callbacks/courier.ts'
import { SandboxClock } from './clock.ts'
import { FaultList } from './faults.ts'
import { type MpesaSandboxOptions, type Rules, rulesOf, type Settings, settingsOf } from './options.ts'
import { PaymentBook } from './payments/payment-book.ts'
import { RateMeter } from './rate-meter.ts'
import { ReceiptBook } from './receipt.ts'
import { TokenBook } from './token-book.ts'

/** The state of one sandbox. */
export interface Sandbox {
  readonly settings: Settings
  readonly rules: Rules
  readonly clock: SandboxClock
  readonly tokens: TokenBook
  readonly payments: PaymentBook
  readonly receipts: ReceiptBook
  readonly faults: FaultList
  readonly meter: RateMeter
  readonly callbacks: CallbackLog
  readonly courier: Courier
  readonly c2b: C2bRegister
}

export function makeSandbox(options: MpesaSandboxOptions): Sandbox {
  const settings = settingsOf(options)
  const callbacks = new CallbackLog()
  return {
    settings,
    rules: rulesOf(options.rules),
    clock: new SandboxClock(settings.speed),
    tokens: new TokenBook(),
    payments: new PaymentBook(),
    receipts: new ReceiptBook(),
    faults: new FaultList(),
    meter: new RateMeter(settings.pushesPerSecond),
    callbacks,
    courier: new Courier(callbacks),
    c2b: new C2bRegister(),
  }
}

/** Clears everything except clock, rules and credentials. */
export function resetSandbox(sandbox: Sandbox): void {
  sandbox.clock.forget()
  sandbox.payments.clear()
  sandbox.faults.clear()
  sandbox.callbacks.clear()
  sandbox.tokens.clear()
  sandbox.c2b.clear()
}
