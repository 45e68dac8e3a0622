import type { EventChange, NewEvent } from '@event-sphere/contract/events'
import type { EventId, OrganizationId, QuotaId } from '@event-sphere/contract/values/ids'
import { assignments } from '@event-sphere/kit/database/assignments'
import { type Reader, sql, type Tx } from '@event-sphere/kit/database/database'
import { unbounded } from '../seats/quotas.ts'
import type { PublicPlace } from './cursor.ts'
import type { EventTimes } from './rules.ts'

export interface EventRow {
  id: EventId
  organizationId: OrganizationId
  organizationName: string
  parentEventId: EventId | null
  slug: string
  code: string
  title: string
  description: string | null
  category: string | null
  status: 'draft' | 'published' | 'cancelled'
  isFeatured: boolean
  isFree: boolean
  timezone: string
  startsAt: Date
  endsAt: Date
  locationName: string | null
  locationAddress: string | null
  locationCity: string | null
  locationCountry: string | null
  latitude: number | null
  longitude: number | null
  ageRestriction: string | null
  featuredImage: string | null
  tags: string[]
  metadata: Record<string, unknown>
  createdAt: Date
  /** Null if nothing but its ticket types bounds it. */
  maxAttendees: number | null
  /** Its calendar days in its own zone. */
  days: string[]
}

const columns = sql`e.id, e.organization_id as "organizationId", o.name as "organizationName",
  e.parent_event_id as "parentEventId", e.metadata, e.slug, e.code,
  e.title, e.description, e.category, e.status, e.is_featured as "isFeatured", e.is_free as "isFree", e.timezone,
  e.starts_at as "startsAt", e.ends_at as "endsAt", e.location_name as "locationName",
  e.location_address as "locationAddress", e.location_city as "locationCity",
  e.location_country as "locationCountry", e.latitude, e.longitude, e.age_restriction as "ageRestriction",
  e.featured_image as "featuredImage", e.tags, e.created_at as "createdAt",
  nullif(q.size, ${sql.lit(unbounded)}) as "maxAttendees",
  event_days(null, e.starts_at, e.ends_at, e.timezone) as days`
const sources = sql`events e join organizations o on o.id = e.organization_id
  left join quotas q on q.event_id = e.id and q.is_event_cap`

export async function findOrganizationOf(reader: Reader, id: EventId): Promise<OrganizationId | undefined> {
  const { rows } = await sql<{ organizationId: OrganizationId }>`
    select organization_id as "organizationId" from events where id = ${id}`.execute(reader)
  return rows[0]?.organizationId
}

/** Those of these codes that no event of any organization has, in their order. */
export async function listFreeCodes(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select c.code from unnest(${codes}::text[]) with ordinality as c (code, place)
    where not exists (select 1 from events where code = c.code) order by c.place`.execute(tx)
  return rows.map(({ code }) => code)
}

/** False if the slug or the code is taken. */
export async function insertEvent(tx: Tx, id: EventId, wanted: NewEvent, code: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into events (id, organization_id, slug, code, title, description, category, status, is_featured,
      is_free, timezone, starts_at, ends_at, location_name, location_address, location_city, location_country,
      latitude, longitude, age_restriction, featured_image, tags, metadata, parent_event_id)
    values (${id}, ${wanted.organizationId}, ${wanted.slug}, ${code}, ${wanted.title},
      ${wanted.description ?? null}, ${wanted.category ?? null}, ${wanted.status},
      ${wanted.isFeatured ?? false}, ${wanted.isFree ?? false}, ${wanted.timezone}, ${wanted.startDateTime},
      ${wanted.endDateTime}, ${wanted.locationName ?? null}, ${wanted.locationAddress ?? null},
      ${wanted.locationCity ?? null}, ${wanted.locationCountry ?? null},
      ${wanted.locationCoordinates?.latitude ?? null}, ${wanted.locationCoordinates?.longitude ?? null},
      ${wanted.ageRestriction ?? null}, ${wanted.featuredImage ?? null}, ${wanted.tags ?? []},
      ${JSON.stringify(wanted.metadata ?? {})}::jsonb, ${wanted.parentEventId ?? null}::uuid)
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export async function isSlugTaken(tx: Tx, organizationId: OrganizationId, slug: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from events where organization_id = ${organizationId} and slug = ${slug}`.execute(tx)
  return rows.length > 0
}

export async function insertTicketKey(
  tx: Tx,
  { eventId, privateKey, publicKey }: { eventId: EventId; privateKey: string; publicKey: string },
): Promise<void> {
  await sql`
    insert into ticket_keys (event_id, private_key, public_key)
    values (${eventId}, ${privateKey}, ${publicKey})`.execute(tx)
}

export async function findEvent(
  reader: Reader,
  id: EventId,
  organizationId: OrganizationId,
): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select ${columns} from ${sources}
    where e.id = ${id} and e.organization_id = ${organizationId}`.execute(reader)
  return rows[0]
}

/** Whether a ticket of the event was ever issued; the caller holds the event's stock. */
export async function hasIssued(tx: Tx, id: EventId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ticket_types where event_id = ${id} and last_serial > 0`.execute(tx)
  return rows.length > 0
}

/** From the first beginning to the last end of an event's sub-events; undefined if it has none. */
export async function findSpanOfParts(tx: Tx, id: EventId): Promise<EventTimes | undefined> {
  const { rows } = await sql<EventTimes>`
    select min(starts_at) as "startsAt", max(ends_at) as "endsAt" from events
    where parent_event_id = ${id} and status <> 'cancelled' having count(*) > 0`.execute(tx)
  return rows[0]
}

/** The event, which nobody else changes until the transaction ends. */
export async function lockEvent(
  tx: Tx,
  id: EventId,
  organizationId: OrganizationId,
): Promise<EventRow | undefined> {
  await sql`select 1 from events where id = ${id} and organization_id = ${organizationId}
    for no key update`.execute(tx)
  return findEvent(tx, id, organizationId)
}

export async function listEventsOf(
  reader: Reader,
  organizationId: OrganizationId,
  {
    after,
    limit,
    parentEventId,
  }: { after: string | undefined; limit: number; parentEventId: EventId | undefined },
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${columns} from ${sources}
    where e.organization_id = ${organizationId}
      and (${parentEventId ?? null}::uuid is null or e.parent_event_id = ${parentEventId ?? null}::uuid)
      and (${after ?? null}::uuid is null or e.id < ${after ?? null}::uuid)
    order by e.id desc limit ${limit}`.execute(reader)
  return rows
}

export async function listPublished(
  reader: Reader,
  {
    organizationId,
    parentEventId,
    after,
    limit,
  }: {
    organizationId: OrganizationId | undefined
    parentEventId: EventId | undefined
    after: PublicPlace | undefined
    limit: number
  },
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${columns} from ${sources}
    where e.status = 'published'
      and (${organizationId ?? null}::uuid is null or e.organization_id = ${organizationId ?? null}::uuid)
      and (${parentEventId ?? null}::uuid is null or e.parent_event_id = ${parentEventId ?? null}::uuid)
      and (${after?.id ?? null}::uuid is null
        or (e.starts_at, e.id) > (${after?.startsAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by e.starts_at, e.id limit ${limit}`.execute(reader)
  return rows
}

/** An event that was published and then cancelled is still read, so that its people are told; of two with one slug the published one. */
export async function findPublished(
  reader: Reader,
  by: { id: EventId } | { slug: string },
  organizationId: OrganizationId | undefined,
): Promise<EventRow | undefined> {
  const which = 'id' in by ? sql`e.id = ${by.id}` : sql`e.slug = ${by.slug}`
  const { rows } = await sql<EventRow>`
    select ${columns} from ${sources}
    where ${which} and e.status in ('published', 'cancelled') and e.published_at is not null
      and (${organizationId ?? null}::uuid is null or e.organization_id = ${organizationId ?? null}::uuid)
    order by e.status = 'cancelled', e.id limit 1`.execute(reader)
  return rows[0]
}

/** Undefined values stay as they are; null empties. */
export async function updateEvent(tx: Tx, id: EventId, change: EventChange): Promise<void> {
  const { locationCoordinates: place, metadata, tags } = change
  const set = assignments({
    title: change.title,
    slug: change.slug,
    code: change.code,
    description: change.description,
    category: change.category,
    status: change.status,
    is_featured: change.isFeatured,
    is_free: change.isFree,
    timezone: change.timezone,
    starts_at: change.startDateTime,
    ends_at: change.endDateTime,
    location_name: change.locationName,
    location_address: change.locationAddress,
    location_city: change.locationCity,
    location_country: change.locationCountry,
    latitude: place && place.latitude,
    longitude: place && place.longitude,
    age_restriction: change.ageRestriction,
    featured_image: change.featuredImage,
    tags: tags === null ? [] : tags,
    metadata: metadata === undefined ? undefined : JSON.stringify(metadata ?? {}),
    parent_event_id: change.parentEventId,
  })
  if (set) await sql`update events set ${set} where id = ${id}`.execute(tx)
}

export interface EventSale {
  eventStatus: EventRow['status']
  /** Whether its organization is suspended. */
  isPaused: boolean
}

export async function findEventSale(reader: Reader, id: EventId): Promise<EventSale | undefined> {
  const { rows } = await sql<EventSale>`
    select e.status as "eventStatus", o.status = 'suspended' as "isPaused"
    from events e join organizations o on o.id = e.organization_id where e.id = ${id}`.execute(reader)
  return rows[0]
}

export async function setCancelled(tx: Tx, id: EventId): Promise<void> {
  await sql`update events set status = 'cancelled' where id = ${id}`.execute(tx)
}
