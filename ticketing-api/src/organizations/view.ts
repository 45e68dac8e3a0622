import type { Organization } from '@event-sphere/contract/organizations'
import type { OrganizationRow } from './store.ts'

export function viewOrganization(row: OrganizationRow): Organization {
  const { id, name, email, status, createdAt } = row
  return {
    id,
    name,
    email,
    status,
    createdAt,
    description: row.description ?? undefined,
    phone: row.phone ?? undefined,
    address: row.address ?? undefined,
    city: row.city ?? undefined,
    country: row.country ?? undefined,
    website: row.website ?? undefined,
  }
}
