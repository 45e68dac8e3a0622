import type { Place } from './place.ts'

const key = 'gate.entrance'

/** The device's last entrance; it survives reloads and works without a network. */
export function readPlace(storage: Storage): Place | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isPlace(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

export const keepPlace = (storage: Storage, place: Place) => storage.setItem(key, JSON.stringify(place))
export const forgetPlace = (storage: Storage) => storage.removeItem(key)

function isPlace(kept: unknown): kept is Place {
  if (typeof kept !== 'object' || kept === null) return false
  const texts = ['entranceId', 'entranceName', 'eventId', 'eventTitle', 'timezone']
  const lists = ['admits', 'eventDays']
  return (
    texts.every((field) => typeof Reflect.get(kept, field) === 'string') &&
    lists.every((field) => Array.isArray(Reflect.get(kept, field)))
  )
}
