import type { login } from '@event-sphere/contract/auth'
import type { WireReply } from '@event-sphere/contract/endpoint'

export interface KeptSession {
  agentName: string
  accessToken: string
  refreshToken: string
}

const key = 'gate.session'

export function sessionOf(reply: WireReply<typeof login>): KeptSession {
  const { user } = reply
  return {
    agentName: [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email,
    accessToken: reply.access_token,
    refreshToken: reply.refresh_token,
  }
}

/* sessionStorage, and not only memory: a phone's browser may drop and reload the page at any time, and an agent who
   has to type a password while a queue waits means a closed gate. The storage ends with the tab, other sites cannot
   read it, this page runs only its own scripts, and the access token lasts 15 minutes. A cookie would need the site
   between the gate and the API, and the gate must work without the site. */
export function readKept(storage: Storage): KeptSession | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

export function keep(storage: Storage, session: KeptSession | undefined): void {
  if (session) storage.setItem(key, JSON.stringify(session))
  else storage.removeItem(key)
}

function isKept(kept: unknown): kept is KeptSession {
  const fields = ['agentName', 'accessToken', 'refreshToken']
  return (
    typeof kept === 'object' &&
    kept !== null &&
    fields.every((field) => typeof Reflect.get(kept, field) === 'string')
  )
}
