import { moveClock, resetClock } from '@event-sphere/kit/database/movable-clock'
import { makeLog } from '@event-sphere/kit/log'
import type { Template } from '@event-sphere/kit/testing/test-database'
import { everything } from '../call/scope.ts'
import { readTicketingConfig } from '../config.ts'
import { startTicketingApi } from '../start-ticketing-api.ts'
import { type CallTestApi, callApi } from './call-api.ts'
import { fakeMpesa } from './fake-mpesa.ts'
import { hireStaff } from './staff.ts'

/** Before any test begins. */
const longAgo = Date.parse('2020-01-01T00:00:00Z')

/** The Ticketing API's schema, its queues and the staff of an organization, ready to be copied. */
export const ticketingTemplate: Template = {
  name: 'ticketing',
  prepare: async (url) => {
    const config = readTicketingConfig({ DATABASE_URL: url, TICKETING_PORT: '0', METRICS_PORT: '0' })
    const mailer = { send: async () => {}, close: () => {} }
    const log = makeLog({ box: 'test', level: 'silent' })
    const api = await startTicketingApi({ config, log, mpesa: fakeMpesa(), mailer, scope: everything })
    await moveClock(url, longAgo - Date.now())
    await api.ctx.clock.sync()
    const call: CallTestApi = (endpoint, asked) => callApi(api.url, endpoint, asked)
    await hireStaff(api.ctx, call)
    await api.close()
    await resetClock(url)
  },
}
