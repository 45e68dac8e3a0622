import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { wholeList } from './events.ts'
import { apiKeyId, organizationId } from './values/ids.ts'
import { instant } from './values/instant.ts'
import { email, line, phone, prose } from './values/text.ts'

const profile = {
  name: line(200),
  description: prose(5000).optional(),
  email,
  phone: phone.optional(),
  address: line(300).optional(),
  city: line(100).optional(),
  country: line(100).optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  status: z.enum(['active', 'suspended']).default('active'),
}

export const newOrganization = z.object(profile)
export const organization = z.object({ id: organizationId, ...profile, createdAt: instant })
/** Changes the given fields; null clears an optional field. */
export const organizationChange = z.object({
  name: profile.name.optional(),
  description: profile.description.nullable(),
  email: email.optional(),
  phone: profile.phone.nullable(),
  address: profile.address.nullable(),
  city: profile.city.nullable(),
  country: profile.country.nullable(),
  website: profile.website.nullable(),
  /** Only the platform may change it. */
  status: z.enum(['active', 'suspended']).optional(),
})
export type OrganizationChange = z.output<typeof organizationChange>
export type NewOrganization = z.output<typeof newOrganization>
export type Organization = z.output<typeof organization>

export const createOrganization = endpoint({
  method: 'POST',
  path: '/organizations',
  summary: 'Create an organization',
  actor: ['platform'],
  body: newOrganization,
  status: 201,
  reply: organization,
  refusals: [],
})

export const getOrganization = endpoint({
  method: 'GET',
  path: '/organizations/{id}',
  summary: "An organization's profile",
  actor: ['admin', 'key', 'platform'],
  params: z.object({ id: organizationId }),
  status: 200,
  reply: organization,
  refusals: ['not_found'],
})

export const changeOrganization = endpoint({
  method: 'PATCH',
  path: '/organizations/{id}',
  summary: "Change an organization's profile",
  actor: ['admin', 'key', 'platform'],
  params: z.object({ id: organizationId }),
  body: organizationChange,
  status: 200,
  reply: organization,
  refusals: ['not_found'],
})

export const apiKeyCreated = z.object({
  id: apiKeyId,
  name: z.string(),
  key: z.string(),
  createdAt: instant,
})

export const createApiKey = endpoint({
  method: 'POST',
  path: '/organizations/{id}/api-keys',
  summary: 'Create an API key; it is shown only in this reply',
  actor: ['admin', 'platform'],
  params: z.object({ id: organizationId }),
  body: z.object({ name: line(100), mode: z.enum(['live', 'test']).default('live') }),
  status: 201,
  reply: apiKeyCreated,
  refusals: ['not_found'],
})

const apiKey = z.object({
  id: apiKeyId,
  name: z.string(),
  mode: z.enum(['live', 'test']),
  createdAt: instant,
  /** To the minute; null if the key has never been used. */
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
})
export type ApiKey = z.output<typeof apiKey>

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/organizations/{id}/api-keys',
  summary: "An organization's API keys, newest first; a key itself is shown only when it is created",
  actor: ['admin', 'platform'],
  params: z.object({ id: organizationId }),
  status: 200,
  reply: wholeList(apiKey),
  refusals: ['not_found'],
})

export const revokeApiKey = endpoint({
  method: 'DELETE',
  path: '/organizations/{id}/api-keys/{keyId}',
  summary: 'Revoke an API key; it is refused everywhere within a second',
  actor: ['admin', 'platform'],
  params: z.object({ id: organizationId, keyId: apiKeyId }),
  status: 204,
  reply: z.undefined(),
  refusals: ['not_found'],
})
