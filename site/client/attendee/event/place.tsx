import type { WireEvent } from '../../../backend/event-cache/event-cache.ts'
import { useWords } from '../../locales/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** Text and a link: no third-party map is embedded. */
export function Place({ event }: { event: WireEvent }) {
  const { say } = useWords()
  const spot = event.locationCoordinates
  const address = [event.locationAddress, event.locationCity, event.locationCountry]
  const query = spot ? `${spot.latitude},${spot.longitude}` : address.filter(Boolean).join(', ')
  return (
    <section aria-labelledby="place">
      <h2 id="place">{say('place.title')}</h2>
      <address className="lead">
        <strong>{event.locationName}</strong>
        <br />
        {event.locationAddress ?? [event.locationCity, event.locationCountry].filter(Boolean).join(', ')}
      </address>
      <p className="links">
        <a
          href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`}
          rel="noreferrer"
        >
          <Icon name="place" /> {say('place.map')}
        </a>
      </p>
    </section>
  )
}
