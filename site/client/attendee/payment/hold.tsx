import { useWords } from '../../locales/words.ts'
import { formatTime } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'

interface HoldProps {
  expiresAt: string
  /** The server's time, so that the countdown is right even if the phone's clock is wrong. */
  now: string
  timezone: string
  /** Reloads the page when the time is up, because the order can no longer be paid. */
  reloads?: boolean
}

/** Shows when the hold ends; counts down if scripts run. */
export function Hold({ expiresAt, now, timezone, reloads = false }: HoldProps) {
  const { say, language } = useWords()
  return (
    <p className="hold">
      <Icon name="clock" />
      <span>
        {say('pay.held')} <time dateTime={expiresAt}>{formatTime(expiresAt, timezone, language)}</time>{' '}
        <span
          className="countdown"
          role="timer"
          aria-live="off"
          hidden
          data-countdown={expiresAt}
          data-now={now}
          data-words={say('pay.countdown')}
          data-over={say('pay.countdownOver')}
          data-reload={reloads ? '' : undefined}
        />
      </span>
    </p>
  )
}
