import { expect, test } from 'vitest'
import {
  aPlace,
  aRefusal,
  aScanReply,
  aSessionReply,
  aStorage,
  startTinyApi,
  type TinyReply,
} from '../api/cast.ts'
import { makeSendCall } from '../api/send-call.ts'
import { makeAgentSession } from '../session/agent-session.ts'
import { makeAskApi } from './ask-api.ts'
import { newScanId } from './new-scan-id.ts'

const forever = new AbortController().signal
const aScan = () => ({
  scanId: newScanId(),
  ticketCode: 'ES1:TOKEN',
  checkInLocation: 'Main Entrance',
  entranceId: aPlace().entranceId,
  scannedAt: '2027-07-15T05:45:00Z',
})

async function askAgainst(reply: TinyReply, patienceMs = 5_000, stop = forever, more = {}) {
  const api = await startTinyApi(({ path }) => (path === '/tickets/scan' ? reply : aSessionReply(1)))
  const session = makeAgentSession({
    send: makeSendCall(api.url),
    storage: aStorage(),
    language: () => 'en',
  })
  await session.signIn({ email: 'agent@example.com', password: 'correct-horse' })
  const scan = { ...aScan(), ...more }
  const outcome = await makeAskApi(session)(scan, patienceMs, stop)
  return { outcome, scan, sent: api.calls.find(({ path }) => path === '/tickets/scan')?.body }
}

test('a scan is sent with its own id and without the phone’s time', async () => {
  const { outcome, scan, sent } = await askAgainst(aScanReply('admitted'))
  expect(outcome).toMatchObject({ kind: 'decided', scan: { result: 'admitted' } })
  expect(sent).toEqual({
    scanId: scan.scanId,
    ticketCode: 'ES1:TOKEN',
    checkInLocation: 'Main Entrance',
    entranceId: scan.entranceId,
  })
})

test('the ticket to admit instead is sent along', async () => {
  const withTicketId = `ticket_${'7'.repeat(32)}`
  const { sent } = await askAgainst(aScanReply('admitted'), 5_000, forever, { withTicketId })
  expect(sent).toMatchObject({ withTicketId })
})

test.each([
  ['unknown_ticket', { kind: 'unknown' }],
  ['invalid_request', { kind: 'unknown' }],
  ['not_found', { kind: 'no_entrance' }],
  ['forbidden', { kind: 'signed_out' }],
  ['rate_limited', undefined],
  ['unavailable', undefined],
] as const)('%s at the door is %o', async (code, expected) => {
  const { outcome } = await askAgainst(aRefusal(code))
  expect(outcome).toEqual(expected)
})

test('the time limit ends the call without an answer', async () => {
  const { outcome } = await askAgainst(undefined, 50)
  expect(outcome).toBeUndefined()
})

test('stopping ends the wait', async () => {
  const stop = new AbortController()
  stop.abort()
  const { outcome } = await askAgainst(undefined, 60_000, stop.signal)
  expect(outcome).toBeUndefined()
})
