import * as types from '@event-sphere/contract/ticket-types'
import type { TestApi } from '../cast/start-api.ts'

export const create = (api: TestApi, body: object, as = api.admin) =>
  api.call(types.createTicketType, { as, body })
export const change = (api: TestApi, id: string, body: object, as = api.admin) =>
  api.call(types.changeTicketType, { as, params: { id }, body })
export const onOffer = async (api: TestApi, eventId: string) =>
  (await api.call(types.listPublicTicketTypes, { params: { eventId } })).body.items
