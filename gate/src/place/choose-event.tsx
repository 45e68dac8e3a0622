import { useWords } from '../locales/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import type { EventPlaces } from './rules.ts'
import { tellDays } from './tell-day.ts'

interface Props {
  events: readonly EventPlaces[]
  onChoose: (eventId: string) => void
  onSignOut: () => void
}

/** Shown only if there is more than one event. */
export function ChooseEvent({ events, onChoose, onSignOut }: Props) {
  const { say, language } = useWords()
  return (
    <Page>
      <h1 className="text-3xl font-bold">{say('place.whichEvent')}</h1>
      <ul className="grid gap-3">
        {events.map(({ eventId, title, days }) => (
          <li key={eventId}>
            <button type="button" onClick={() => onChoose(eventId)} className="choice">
              <span className="block text-xl font-bold">{title}</span>
              <span className="block text-base">{tellDays(days, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onSignOut}>
        {say('session.signOut')}
      </Button>
    </Page>
  )
}
