export interface Settings {
  /** The Ticketing API's address, including `/api`: `http://127.0.0.1:4000/api`. */
  ticketingApiUrl: string
}

/** Reads the API's address from the site that serves the gate; undefined if that fails. */
export async function readSettings(from: string): Promise<Settings | undefined> {
  try {
    const response = await fetch(from, { cache: 'no-store' })
    const told: unknown = await response.json()
    return response.ok && isSettings(told)
      ? { ticketingApiUrl: told.ticketingApiUrl.replace(/\/+$/, '') }
      : undefined
  } catch {
    return undefined
  }
}

function isSettings(told: unknown): told is Settings {
  return (
    typeof told === 'object' &&
    told !== null &&
    'ticketingApiUrl' in told &&
    typeof told.ticketingApiUrl === 'string' &&
    URL.canParse(told.ticketingApiUrl)
  )
}
