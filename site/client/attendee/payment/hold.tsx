import { useWords } from '../../locales/words.ts'
import { formatTime } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'

interface HoldProps {
  expiresAt: string
  /** The server's now, so that a wrong clock on the phone counts right. */
  now: string
  timezone: string
  /** Draws the page anew when the time is up: nothing can be paid any more. */
  reloads?: boolean
}

/** Until when the seat is kept; where script runs, it counts down. */
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
