import { useWords } from '../locales/use-words.ts'
import { EventBanner } from '../place/event-banner.tsx'
import type { Place } from '../place/place.ts'
import { PlaceLine } from '../place/place-line.tsx'
import { LeaveIcon, PlaceIcon } from '../ui/icons.tsx'

interface Props {
  place: Place
  now: Date
  onChangePlace: () => void
  onSignOut: () => void
}

/** Shows the entrance and what it admits. */
export function StationBar({ place, now, onChangePlace, onSignOut }: Props) {
  const { say } = useWords()
  return (
    <>
      <EventBanner title={place.eventTitle} timezone={place.timezone} now={now}>
        <button type="button" onClick={onSignOut} aria-label={say('session.signOut')} className="bar-button">
          <LeaveIcon />
        </button>
      </EventBanner>
      <div className="flex items-center gap-3 px-4 py-2">
        <PlaceIcon className="size-6 shrink-0 text-act" />
        <div className="min-w-0 flex-1">
          <h1 className="truncate text-lg leading-tight font-bold">{place.entranceName}</h1>
          <p className="leading-snug text-soft">
            <PlaceLine place={place} />
          </p>
        </div>
        <button
          type="button"
          onClick={onChangePlace}
          aria-label={say('place.changeFrom', { place: place.entranceName })}
          className="bar-button text-act underline underline-offset-4"
        >
          {say('place.change')}
        </button>
      </div>
    </>
  )
}
