const key = 'gate.place'
/** As the contract bounds `checkInLocation`. */
export const longestPlace = 100

/** The gate this device stood at last. */
export const readPlace = (storage: Storage) => storage.getItem(key) ?? ''
export const keepPlace = (storage: Storage, place: string) => storage.setItem(key, place)
