import { type HappeningType, happeningEnvelope } from '@event-sphere/contract/happenings'
import { eventId } from '@event-sphere/contract/values/ids'

/** The happenings that change public pages. */
export const wantedTypes = ['event.updated', 'stock.changed'] as const satisfies readonly HappeningType[]

/** News that an event, or what is left at it, may have changed. */
export interface News {
  type: (typeof wantedTypes)[number]
  /** The event's id in wire format. */
  eventId: string
}

/** Parses a webhook; undefined if the site does not act on it. */
export function readNews(body: string): News | undefined {
  const said = happeningEnvelope.safeParse(parseJson(body)).data
  const type = wantedTypes.find((one) => one === said?.type)
  const id = said?.data.eventId
  return type && typeof id === 'string' && eventId.safeParse(id).success ? { type, eventId: id } : undefined
}

/** News in the format used between the site's processes: `stock.changed event_…`. */
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
