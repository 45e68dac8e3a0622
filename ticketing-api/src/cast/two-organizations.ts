import { addToCart } from '@event-sphere/contract/cart'
import { scanTicket } from '@event-sphere/contract/check-in'
import { createEntrance } from '@event-sphere/contract/entrances'
import { sql } from '@event-sphere/kit/database/database'
import { aPromptedPurchase } from '../payments/cast.ts'
import { aCustomer, buys } from './buyers.ts'
import { foundOrganization } from './staff.ts'
import { startApi, type TestApi } from './start-api.ts'
import { type Summit, theSummit } from './summit.ts'

/** Two organizations, each with a row of its own in every table that has rows of organizations. */
export async function twoOrganizations() {
  const api = await startApi({ now: '2026-07-15T05:00:00Z' })
  const other = await foundOrganization(api.call, api.platform, 'other')
  const ours = await aBusyOrganization(api, 'one')
  const theirs = await aBusyOrganization({ ...api, ...other }, 'two')
  await api.runJobs()
  await api.ctx.database.transaction(async (tx) => {
    await sql`insert into matters (id, kind, subject, subject_id, organization_id, since)
      select uuidv7(), 'dead_job', 'queue', id::text, id, clock.now() from organizations`.execute(tx)
    await sql`with endpoint as (
        insert into webhook_endpoints (id, organization_id, url, types)
        select uuidv7(), id, 'https://example.com/' || id, '{*}' from organizations returning id, organization_id),
      secret as (
        insert into webhook_secrets (organization_id, endpoint_id, secret)
        select organization_id, id, sha256(id::text::bytea) from endpoint),
      happening as (
        insert into happenings (organization_id, type, data, handed_out_at)
        select id, 'event.updated', '{}', clock.now() from organizations returning id, organization_id)
      insert into webhook_deliveries (organization_id, endpoint_id, happening_id, next_attempt_at)
      select organization_id, endpoint.id, happening.id, clock.now()
      from endpoint join happening using (organization_id)`.execute(tx)
  })
  return { api, ours, theirs }
}

/** As its own people would have it; `api` is called as they. */
async function aBusyOrganization(api: TestApi, slug: string) {
  const sale = { saleEndDate: '2026-07-18T00:00:00+03:00' }
  const summit = await theSummit(api, {
    event: { slug, code: slug.toUpperCase() },
    ...{ general: sale, gala: { ...sale, metadata: {}, quantity: 500 } },
  })
  const entrance = { eventId: summit.eventId, name: 'Gala', ticketTypeIds: [summit.gala] }
  const { body: gate } = await api.call(createEntrance, { as: api.admin, body: entrance })
  const holder = await aHolder(api, summit)
  const prompted = await aPromptedPurchase(api, summit)
  await api.mpesa.pays(prompted.purchase, { deliveries: 1 })
  await api.call(addToCart, { as: prompted.token, body: { ticketTypeId: summit.general } })
  return { ...summit, entranceId: gate.id, holder, prompted, ...staffOf(api) }
}

async function aHolder(api: TestApi, summit: Summit) {
  const holder = await aCustomer(api)
  const { body: purchase } = await buys(api, summit, holder.token, { general: 1 })
  const [ticket] = purchase.tickets
  const scan = { ticketCode: ticket?.qrToken ?? '', checkInLocation: 'Main Entrance' }
  await api.call(scanTicket, { as: api.agent, body: scan })
  return { ...holder, purchase, ticketId: ticket?.id ?? '', code: scan.ticketCode }
}

const staffOf = ({ organizationId, admin, agent, key }: TestApi) => ({ organizationId, admin, agent, key })
