import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '@event-sphere/kit/log'
import type { Ticketing } from '../ticketing/ticketing.ts'
import { subscribe } from './subscribe.ts'

/** The pause before the next check: growing until subscribed, then long, in case the webhook was changed. */
const firstPauseMilliseconds = 500
const longestPauseMilliseconds = 60_000
const lookAgainMilliseconds = 10 * 60_000

interface Subscription {
  ticketing: Ticketing
  url: string
  secret: string
  /** Called if news may have been missed. */
  onMissed: () => void
  log: Log
}

/** Maintains the site's webhook until stopped. Without it, the site is only as fresh as its cache. */
export async function keepSubscribed(subscription: Subscription, stop: AbortSignal): Promise<void> {
  const { ticketing, url, secret, onMissed, log } = subscription
  let wait = firstPauseMilliseconds
  while (!stop.aborted) {
    try {
      if (await subscribe(ticketing, url, secret)) onMissed()
      wait = lookAgainMilliseconds
    } catch (fault) {
      wait = Math.min(wait * 2, longestPauseMilliseconds)
      const because = fault instanceof Error ? fault.message : String(fault)
      const seconds = Math.round(wait / 1000)
      log.warn({ because, seconds }, 'subscription to the Ticketing API failed; will try again')
    }
    await pause(wait, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
