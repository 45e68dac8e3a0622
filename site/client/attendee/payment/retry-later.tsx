import { useWords, type WordKey } from '../../locales/words.ts'
import { formatTime } from '../../ui/formats.ts'

interface RetryLaterProps {
  retryAt: string
  now: string
  timezone: string
  /** What the buyer can do from then on. */
  words?: WordKey
}

/** Safaricom locks a phone for a while after a prompt; an earlier attempt would only be refused again. */
export function RetryLater({ retryAt, now, timezone, words = 'wait.retryAt' }: RetryLaterProps) {
  const { say, language } = useWords()
  const seconds = Math.max(1, Math.ceil((Date.parse(retryAt) - Date.parse(now)) / 1000))
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      <p className="hold">
        {say(words, { time: formatTime(retryAt, timezone, language) })}{' '}
        <span
          className="countdown"
          role="timer"
          aria-live="off"
          hidden
          data-countdown={retryAt}
          data-now={now}
          data-words={say('pay.countdown')}
          data-reload=""
        />
      </p>
    </>
  )
}
