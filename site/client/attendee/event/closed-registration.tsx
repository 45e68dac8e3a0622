import type { WireEvent } from '../../../backend/event-cache/event-cache.ts'
import { useWords, type WordKey } from '../../locales/words.ts'
import type { ReasonKey } from './situation.ts'

interface ClosedRegistrationProps {
  event: WireEvent
  reason: ReasonKey
  next: string
}

/** What to do, for each reason why nothing is on sale. */
export const textsOfReasons: Record<ReasonKey, WordKey> = {
  'event.cancelled': 'event.cancelledText',
  'event.over': 'event.overText',
  'event.notStarted': 'register.notStarted',
  'event.soldOut': 'event.soldOutText',
  'event.paused': 'event.pausedText',
  'event.closed': 'event.closedText',
}

/** Nothing is on sale, so there is no form: shows the reason and where to go next. */
export function ClosedRegistration({ event, reason, next }: ClosedRegistrationProps) {
  const { say } = useWords()
  return (
    <section className="narrow">
      <p className="eyebrow">{event.title}</p>
      <h1>{say(reason)}</h1>
      <p className="lead">{say(textsOfReasons[reason])}</p>
      <div className="actions">
        <a className="button" href={`/events/${event.slug}`}>
          {say('choose.back')}
        </a>
      </div>
      <p>
        {say('register.have')} <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('frame.signIn')}</a>
      </p>
    </section>
  )
}
