import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { organizationId, userId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { email, line, newPassword, phone } from './values/text.ts'

export const role = z.enum(['customer', 'agent', 'admin', 'platform'])
export const locale = z.enum(['en', 'sw'])
export type Locale = z.output<typeof locale>

export const user = z.object({
  id: userId,
  email: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(role),
  organizationId: organizationId.nullable(),
  isActive: z.boolean(),
  hasPassword: z.boolean(),
  createdAt: instant,
})
export type User = z.output<typeof user>

/** The plan spells these two with an underscore. */
const tokens = {
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('Bearer'),
  /** Seconds until the access token expires. */
  expires_in: z.int(),
}
export const session = z.object({ user, ...tokens })
export type Session = z.output<typeof session>

const person = {
  email,
  firstName: line(100).optional(),
  lastName: line(100).optional(),
  phone: phone.optional(),
}

export const registration = z.object({
  ...person,
  /** Optional: without a password, the account is opened by mailed links until its owner sets one. */
  password: newPassword.optional(),
  /** The privacy text that was accepted; stored with the time. */
  consent: z.object({ text: line(100), locale }).optional(),
})
export type Registration = z.output<typeof registration>

export const staffRegistration = z.object({ ...person, password: newPassword, organizationId })
export type StaffRegistration = z.output<typeof staffRegistration>

export const register = endpoint({
  method: 'POST',
  path: '/auth/register',
  summary:
    'Register an attendee; an e-mail address is enough. The answer is the same for known and unknown addresses; details go by e-mail',
  actor: ['public'],
  body: registration,
  status: 201,
  reply: session,
  refusals: ['phone_invalid', 'rate_limited'],
})

export const registerAdmin = endpoint({
  method: 'POST',
  path: '/auth/register-admin',
  summary: 'Create an administrator of an organization',
  actor: ['platform', 'admin'],
  body: staffRegistration,
  status: 201,
  reply: session,
  refusals: ['email_taken', 'not_found', 'phone_invalid'],
})

export const registerAgent = endpoint({
  method: 'POST',
  path: '/auth/register-agent',
  summary: 'Create a gate agent of an organization',
  actor: ['platform', 'admin'],
  body: staffRegistration,
  status: 201,
  reply: session,
  refusals: ['email_taken', 'not_found', 'phone_invalid'],
})

export const login = endpoint({
  method: 'POST',
  path: '/auth/login',
  summary: 'Sign in with e-mail and password',
  actor: ['public'],
  body: z.object({ email, password: z.string().min(1).max(128) }),
  status: 200,
  reply: session,
  refusals: ['wrong_credentials', 'rate_limited', 'sign_in_by_link'],
})

const refreshToken = z.object({ refresh_token: z.string().min(1).max(200) })

export const refresh = endpoint({
  method: 'POST',
  path: '/auth/refresh',
  summary: 'Exchange a refresh token for new tokens; each works once, and a second use ends the session',
  actor: ['public'],
  body: refreshToken,
  status: 200,
  reply: session,
  refusals: ['unauthenticated'],
})

export const logout = endpoint({
  method: 'POST',
  path: '/auth/logout',
  summary: 'End the session that a refresh token belongs to',
  actor: ['public'],
  body: refreshToken,
  status: 204,
  reply: z.undefined(),
  refusals: [],
})

export const requestEmailLink = endpoint({
  method: 'POST',
  path: '/auth/email-link',
  summary: 'Send a sign-in link; the answer is the same for known and unknown addresses',
  actor: ['public'],
  body: z.object({ email, locale: locale.optional() }),
  status: 202,
  reply: z.object({ sent: z.literal(true) }),
  refusals: ['rate_limited'],
})

export const redeemEmailLink = endpoint({
  method: 'POST',
  path: '/auth/email-link/redeem',
  summary: 'Sign in with the token of a link, which works once within ten minutes',
  actor: ['public'],
  body: z.object({ token: z.string().min(20).max(200) }),
  status: 200,
  reply: session,
  refusals: ['link_used'],
})

export const getMe = endpoint({
  method: 'GET',
  path: '/auth/me',
  summary: 'Get the account that the token belongs to',
  actor: ['customer', 'agent', 'admin', 'platform'],
  status: 200,
  reply: user,
  refusals: [],
})

export const changeMe = endpoint({
  method: 'PATCH',
  path: '/auth/me',
  summary: 'Change the name or phone number',
  actor: ['customer', 'agent', 'admin', 'platform'],
  body: z.object({
    firstName: line(100).optional(),
    lastName: line(100).optional(),
    phone: phone.optional(),
  }),
  status: 200,
  reply: user,
  refusals: ['phone_invalid'],
})
