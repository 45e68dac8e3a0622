import { z } from 'zod'

/** What an access token is, for the one that signs it and the one that reads it (RFC 9068). */
export const accessToken = {
  alg: 'EdDSA',
  typ: 'at+jwt',
  issuer: 'event-sphere',
  audience: 'event-sphere-ticketing',
  lifetimeSeconds: 900,
} as const

export const accessClaims = z.object({
  sub: z.uuid(),
  /** The session that it belongs to and ends with. */
  sid: z.uuid(),
  email: z.string(),
  roles: z.array(z.enum(['agent', 'admin', 'platform'])),
  organizationId: z.uuid().nullable(),
  exp: z.number(),
})
