import { useWords } from '../../locales/words.ts'
import { formatDays } from '../../ui/formats.ts'
import { Icon } from '../../ui/icon.tsx'
import { admissionOf } from '../offers.ts'
import type { SeenEvent } from './seen-event.ts'

/** WhatsApp first: it is what most people here use to share links. */
export function Share({ event, ticketTypes, url }: Pick<SeenEvent, 'event' | 'ticketTypes' | 'url'>) {
  const { say, language } = useWords()
  const words = admissionOf(ticketTypes)?.price === 0 ? 'share.message' : 'share.messagePaid'
  const message = say(words, { title: event.title, days: formatDays(event, language), url })
  return (
    <section aria-labelledby="share" className="share">
      <h2 id="share">{say('share.title')}</h2>
      <p className="links">
        <a href={`https://wa.me/?text=${encodeURIComponent(message)}`} rel="noreferrer">
          <Icon name="share" /> WhatsApp
        </a>{' '}
        <button className="plain" type="button" hidden data-copy={url} data-done={say('copy.done')}>
          {say('share.copy')}
        </button>
      </p>
    </section>
  )
}
