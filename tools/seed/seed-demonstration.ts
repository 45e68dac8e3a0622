import { Refused } from '@event-sphere/api-client/call-or-throw'
import { login, registerAdmin, registerAgent } from '@event-sphere/contract/auth'
import { changeEvent, createEvent, getPublicEvent, listEvents } from '@event-sphere/contract/events'
import { createApiKey, createOrganization, getOrganization } from '@event-sphere/contract/organizations'
import { changeTicketType, createTicketType, listTicketTypes } from '@event-sphere/contract/ticket-types'
import { call } from './call.ts'
import { ensureGalaEntrance } from './ensure-gala-entrance.ts'
import { type Demonstration, newAccount, type Progress, writeDemonstration, writeProgress } from './record.ts'
import {
  chamber,
  codes,
  eventDates,
  galaDates,
  galaOf,
  generalDates,
  generalOf,
  slug,
  summitOf,
} from './summit.ts'
import { datesNotOver, datesOnSale, type SummitDates } from './summit-dates.ts'

export type SeedOptions = {
  dataDir: string
  addresses: Pick<Demonstration, 'site' | 'gate' | 'ticketing' | 'sandbox'>
  /** Accounts with their passwords, and what an earlier start has created. */
  progress: Progress
  /** The time at which the demonstration runs, if not the real one. */
  at: Date | undefined
}

/**
 * Creates the demonstration through the API, or finds that of an earlier start and adds what is missing. Each step
 * checks first, so it may be interrupted anywhere and run again.
 */
export async function seedDemonstration(options: SeedOptions): Promise<Demonstration> {
  const api = options.addresses.ticketing
  const progress = { ...options.progress }
  const keep = (made: Partial<Progress>) => writeProgress(options.dataDir, Object.assign(progress, made))
  keep({})

  const platform = await signIn(api, progress.platform)
  const organizationId = await ensureOrganization(api, platform, progress.organizationId)
  if (organizationId !== progress.organizationId) {
    delete progress.apiKey
    keep({ organizationId })
  }
  for (const role of ['admin', 'agent'] as const) {
    keep({ [role]: await ensureStaff(api, { platform, organizationId, role, account: progress[role] }) })
  }
  const admin = await signIn(api, progress.admin)
  const apiKey = await ensureApiKey(api, { admin, organizationId, known: progress.apiKey })
  keep({ apiKey })
  const { eventId, ticketTypes } = await ensureSummit(api, { admin, organizationId, at: options.at })

  const { platform: runner, admin: organiser, agent } = progress
  const accounts = { platform: runner, admin: organiser, agent }
  const demonstration = { ...options.addresses, organizationId, eventId, ticketTypes, ...accounts, apiKey }
  writeDemonstration(options.dataDir, demonstration)
  return demonstration
}

async function signIn(api: string, account: { email: string; password: string }): Promise<string> {
  return (await call(api, login, { body: account })).access_token
}

async function ensureOrganization(api: string, platform: string, known: string | undefined): Promise<string> {
  const remembered =
    known && (await unlessRefused(call(api, getOrganization, { token: platform, params: { id: known } })))
  if (remembered) return remembered.id
  // The summit may exist although the file was lost.
  const summit = await unlessRefused(call(api, getPublicEvent, { params: { idOrSlug: slug } }))
  if (summit) return summit.organizationId
  return (await call(api, createOrganization, { token: platform, body: chamber })).id
}

type Staff = {
  platform: string
  organizationId: string
  role: 'admin' | 'agent'
  account: Progress['admin']
}

async function ensureStaff(api: string, staff: Staff): Promise<Progress['admin']> {
  const session = await unlessRefused(call(api, login, { body: staff.account }))
  if (session?.user.organizationId === staff.organizationId) return staff.account
  try {
    return await registerStaff(api, staff)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'email_taken') throw error
    // The address has an account whose password is lost or that belongs to another organization.
    const another = newAccount(`${staff.role}-${Date.now().toString(36)}`)
    return registerStaff(api, { ...staff, account: another })
  }
}

async function registerStaff(api: string, { platform, organizationId, role, account }: Staff) {
  const name =
    role === 'admin' ? { firstName: 'KNCCI', lastName: 'Admin' } : { firstName: 'Gate', lastName: 'Agent' }
  const endpoint = role === 'admin' ? registerAdmin : registerAgent
  await call(api, endpoint, { token: platform, body: { ...account, ...name, organizationId } })
  return account
}

async function ensureApiKey(
  api: string,
  { admin, organizationId, known }: { admin: string; organizationId: string; known: string | undefined },
): Promise<string> {
  const works = known && (await unlessRefused(call(api, listEvents, { token: known, query: { limit: 1 } })))
  if (works) return known
  const body = { name: 'Event-Sphere web site' }
  return (await call(api, createApiKey, { token: admin, params: { id: organizationId }, body })).key
}

type SummitPlace = { admin: string; organizationId: string; at: Date | undefined }

async function ensureSummit(api: string, { admin, organizationId, at }: SummitPlace) {
  const now = at ?? new Date()
  const dates = at ? datesNotOver(now) : datesOnSale(now)
  const { items } = await call(api, listEvents, { token: admin, query: { limit: 200 } })
  const found = items.find((event) => event.slug === slug)
  const event =
    found ?? (await call(api, createEvent, { token: admin, body: summitOf(organizationId, dates) }))
  const types = await ensureTicketTypes(api, { admin, eventId: event.id, dates })
  const isOnSale = types.saleStart < now && now < types.saleEnd
  if (found && !at && !isOnSale) await moveSummit(api, { admin, eventId: event.id, ...types, dates })
  await ensureGalaEntrance(api, { admin, eventId: event.id })
  return { eventId: event.id, ticketTypes: { general: types.general, gala: types.gala } }
}

type EventPlace = { admin: string; eventId: string; dates: SummitDates }

async function ensureTicketTypes(api: string, { admin, eventId, dates }: EventPlace) {
  const { items } = await call(api, listTicketTypes, { token: admin, params: { eventId } })
  const byCode = (code: string) => items.find((type) => type.code === code)
  const make = (body: ReturnType<typeof generalOf>) => call(api, createTicketType, { token: admin, body })
  const general = byCode(codes.general) ?? (await make(generalOf(eventId, dates)))
  const gala = byCode(codes.gala) ?? (await make(galaOf(eventId, general.id, dates)))
  const saleStart = new Date(general.saleStartDate ?? 0)
  const saleEnd = new Date(general.saleEndDate ?? 0)
  return { general: general.id, gala: gala.id, saleStart, saleEnd }
}

/** A demonstration without a sale is useless: the summit is moved by whole years until it is on sale. */
async function moveSummit(
  api: string,
  { admin, eventId, general, gala, dates }: EventPlace & { general: string; gala: string },
) {
  await call(api, changeEvent, { token: admin, params: { id: eventId }, body: eventDates(dates) })
  await call(api, changeTicketType, { token: admin, params: { id: general }, body: generalDates(dates) })
  await call(api, changeTicketType, { token: admin, params: { id: gala }, body: galaDates(dates) })
}

/**
 * The reply, or undefined if the API answers that it does not exist or refuses access; any other refusal is a fault.
 */
async function unlessRefused<Reply>(asked: Promise<Reply>): Promise<Reply | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) return undefined
    throw error
  }
}
