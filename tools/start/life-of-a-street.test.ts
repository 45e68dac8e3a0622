import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { getMe, login, refresh, register } from '@event-sphere/contract/auth'
import { getEvent } from '@event-sphere/contract/events'
import { changeTicketType } from '@event-sphere/contract/ticket-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findProcess } from '../running-process.ts'
import { call } from '../seed/call.ts'
import type { Demonstration } from '../seed/record.ts'
import { aStreet, readyWithin, type Street } from './cast.ts'

const attendee = { email: 'chebet@example.com', password: 'a long enough password' }
let street: Street
let first: string

beforeAll(async () => {
  street = await aStreet()
  await street.start()
  first = street.demonstrationText()
}, readyWithin)

afterAll(() => street.raze())

test(
  'after a kill -9, left processes are cleared away, and all acknowledged data is kept',
  async () => {
    const { ticketing } = JSON.parse(first) as Demonstration
    await call(ticketing, register, { body: attendee })
    const orphans = street.boxes()
    await street.end('SIGKILL')
    expect(orphans.filter((pid) => findProcess(pid))).toEqual(orphans)

    await street.start()

    expect(street.printed()).toContain('adopted the database')
    expect(orphans.filter((pid) => findProcess(pid))).toEqual([])
    expect(street.demonstrationText()).toBe(first)
    const { access_token: token } = await call(ticketing, login, { body: attendee })
    expect(await call(ticketing, getMe, { token })).toMatchObject({ email: attendee.email })
  },
  readyWithin,
)

test(
  'Ctrl-C stops everything, and a summit whose sale has ended is on sale again after the next start',
  async () => {
    const { ticketing, admin, ticketTypes } = street.demonstration()
    const { access_token: token } = await call(ticketing, login, { body: admin })
    const over = { saleStartDate: '2020-02-01T00:00:00+03:00', saleEndDate: '2020-07-14T23:59:59+03:00' }
    await call(ticketing, changeTicketType, { token, params: { id: ticketTypes.general }, body: over })
    expect(await street.saleStates()).toEqual(['ended', 'on_sale'])
    const running = [...street.boxes(), street.serverId()]

    expect(await street.end('SIGINT')).toBe(0)
    expect(running.filter((pid) => findProcess(pid))).toEqual([])
    await street.start()

    expect(await street.saleStates()).toEqual(['on_sale', 'on_sale'])
    expect(street.demonstrationText()).toBe(first)
  },
  readyWithin,
)

test(
  'if the file is lost, the same summit gets new accounts that work',
  async () => {
    await street.end('SIGTERM')
    rmSync(join(street.dataDir, 'demonstration.json'))

    await street.start()

    const { eventId, organizationId } = JSON.parse(first) as Demonstration
    const made = street.demonstration()
    expect(made).toMatchObject({ eventId, organizationId })
    expect(made.admin.password).not.toBe((JSON.parse(first) as Demonstration).admin.password)
    await call(made.ticketing, login, { body: made.admin })
  },
  readyWithin,
)

test(
  'another time has its own summit, with doors open and sale over, and does not change the present',
  async () => {
    const before = street.demonstrationText()
    const session = await call(street.demonstration().ticketing, login, { body: attendee })
    await street.end('SIGTERM')

    await street.start(['--at', '2031-07-16T12:00'])

    const there = JSON.parse(
      readFileSync(join(street.dataDir, 'at-2031', 'demonstration.json'), 'utf8'),
    ) as Demonstration
    const { ticketing, eventId, apiKey } = there
    const event = await call(ticketing, getEvent, { token: apiKey, params: { id: eventId } })
    expect(event.days).toEqual(['2031-07-15', '2031-07-16', '2031-07-17'])
    expect(await street.saleStates(there)).toEqual(['ended', 'ended'])
    await street.end('SIGTERM')
    await street.start()
    expect(street.demonstrationText()).toBe(before)
    expect(await street.saleStates()).toEqual(['on_sale', 'on_sale'])
    const renewed = await call(ticketing, refresh, { body: { refresh_token: session.refresh_token } })
    expect(renewed.user.email).toBe(attendee.email)
  },
  readyWithin,
)

test(
  'if the database is lost, everything is created again',
  async () => {
    await street.end('SIGTERM')
    rmSync(join(street.dataDir, 'postgres'), { recursive: true })

    await street.start()

    expect(street.demonstration().eventId).not.toBe((JSON.parse(first) as Demonstration).eventId)
    expect(await street.saleStates()).toEqual(['on_sale', 'on_sale'])
  },
  readyWithin,
)
