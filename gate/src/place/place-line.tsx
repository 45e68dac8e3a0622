import { useWords } from '../locales/use-words.ts'
import type { Place } from './place.ts'

/** Which tickets an entrance admits, and when. */
export function PlaceLine({ place }: { place: Place }) {
  const { say } = useWords()
  const types = place.admits.length > 0 ? place.admits.join(', ') : say('place.nobody')
  const hours = place.opensAt !== null || place.closesAt !== null
  return (
    <>
      <span className="block text-base">{say('place.admits', { types })}</span>
      {hours && (
        <span className="block text-base tabular-nums">
          {say('place.hours', { from: place.opensAt ?? '00:00', to: place.closesAt ?? '24:00' })}
        </span>
      )}
    </>
  )
}
