import { expect, test } from 'vitest'
import {
  anEntrancesReply,
  aRefusal,
  aSessionReply,
  aStorage,
  startTinyApi,
  type TinyReply,
} from '../api/cast.ts'
import { makeSendCall } from '../api/send-call.ts'
import { makeAgentSession } from '../session/agent-session.ts'
import { loadPlaces } from './load-places.ts'

async function loadFrom(reply: TinyReply) {
  const api = await startTinyApi(({ path }) => (path === '/entrances' ? reply : aSessionReply(1)))
  const session = makeAgentSession({
    send: makeSendCall(api.url),
    storage: aStorage(),
    language: () => 'en',
  })
  await session.signIn({ email: 'agent@example.com', password: 'correct-horse' })
  return { loaded: await loadPlaces(session), session }
}

test("the entrances are loaded with the API's clock", async () => {
  const { loaded } = await loadFrom(anEntrancesReply(new Date(Date.now() + 3_600_000)))
  expect(loaded?.places).toMatchObject([{ entranceName: 'Main Entrance', admits: ['General Admission'] }])
  expect(Math.abs((loaded?.aheadMs ?? 0) - 3_600_000)).toBeLessThan(60_000)
})

test('without an answer there are no entrances, and the agent stays signed in', async () => {
  const { loaded, session } = await loadFrom(aRefusal('unavailable'))
  expect(loaded).toBeUndefined()
  expect(session.state().agentName).toBe('Jepkosgei Ruto')
})
