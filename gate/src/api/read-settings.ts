export interface Settings {
  /** Where the Ticketing API is, `/api` included: `http://127.0.0.1:4000/api`. */
  ticketingApiUrl: string
}

/** The site that serves the gate says where the API is; undefined where it could not be read. */
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
