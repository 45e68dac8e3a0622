import { type HappeningType, happeningEnvelope } from '@event-sphere/contract/happenings'
import { eventId } from '@event-sphere/contract/values/ids'

/** What the site wants to be told of: what everybody is shown. */
export const wantedTypes = ['event.updated', 'stock.changed'] as const satisfies readonly HappeningType[]

/** That what is known of an event, or of what is left at it, may not be so any more. */
export interface News {
  type: (typeof wantedTypes)[number]
  /** As the wire has it. */
  eventId: string
}

/** What a webhook says, if it is something that the site acts on. */
export function readNews(body: string): News | undefined {
  const said = happeningEnvelope.safeParse(parseJson(body)).data
  const type = wantedTypes.find((one) => one === said?.type)
  const id = said?.data.eventId
  return type && typeof id === 'string' && eventId.safeParse(id).success ? { type, eventId: id } : undefined
}

/** News as the processes of the site tell each other: `stock.changed event_…`. */
export const writeSubject = ({ type, eventId: id }: News): string => `${type} ${id}`

export function readSubject(subject: string): News | undefined {
  const [said, id] = subject.split(' ')
  const type = wantedTypes.find((one) => one === said)
  return type && id ? { type, eventId: id } : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
