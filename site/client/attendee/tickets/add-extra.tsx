import { useWords } from '../../locales/words.ts'
import { plainText } from '../../ui/plain-text.ts'
import { sayAddition } from '../event/say-addition.ts'
import { wayToBuy } from '../event/way-to-buy.ts'
import type { EventGroup } from './group-by-event.ts'

/** What a registered attendee can still add. */
export function AddExtra({ group }: { group: EventGroup }) {
  const { say, language } = useWords()
  const extra = group.choices[0]?.ticketTypes.at(-1)
  if (!extra || !group.event) return null
  return (
    <div className="card card-row no-print">
      <div>
        <h2>{extra.name}</h2>
        {extra.description && <p>{plainText(extra.description)}</p>}
      </div>
      <a className="button" href={wayToBuy({ event: group.event, ticketType: extra, isSignedIn: true })}>
        {sayAddition(extra, say, language)}
      </a>
    </div>
  )
}
