import type { Endpoint, WireReply } from '@event-sphere/contract/endpoint'
import { type EventId, eventId as eventIdCodec } from '@event-sphere/contract/values/ids'
import type { Answered, Asked } from '../../cast/call-api.ts'
import { theAgentAgain } from '../../check-in/cast.ts'
import { aVisitor, openFair } from './fair.ts'
import type { Installation } from './installation.ts'
import type { Known } from './known.ts'
import { Outcomes } from './outcomes.ts'
import { openSafaricom } from './safaricom.ts'

const visitors = 4
/** Access tokens live a quarter of an hour; before that, people come back. */
const tokenSeconds = 600

/** One run's event and its people, seen from both processes. */
export async function openWorld(installation: Installation, known: Known) {
  const { api, sides, next } = installation
  const fair = await openFair(installation)
  const people = await Promise.all(Array.from({ length: visitors }, () => aVisitor(installation)))
  const outcomes = new Outcomes()
  const ask = async <E extends Endpoint>(
    endpoint: E,
    { side = 0, ...asked }: Asked & { side?: number } = {},
  ): Promise<Answered<WireReply<E>>> => {
    const answer = await (sides[side % sides.length] ?? api).call(endpoint, asked)
    outcomes.note(endpoint, answer)
    return answer
  }
  let agent = await theAgentAgain(api)
  let sinceToken = 0
  return {
    ...fair,
    installation,
    sides,
    ask,
    outcomes,
    eventUuid: eventIdCodec.decode(fair.eventId) as EventId,
    key: api.key,
    safaricom: openSafaricom(
      api.mpesa,
      known,
      sides.map(({ url }) => url),
    ),
    newKey: api.newKey,
    newNumber: next,
    /** One of their two phones. */
    phoneOf: (who: number, which: number) => people[who % people.length]?.phones[which % 2] ?? '',
    tokenOf: (who: number) => people[who % people.length]?.token ?? '',
    agentToken: () => agent,
    /** Time goes by, for everybody. */
    pass: async (seconds: number) => {
      await installation.pass(seconds)
      sinceToken += seconds
      if (sinceToken < tokenSeconds) return
      sinceToken = 0
      await Promise.all(people.map((person) => person.comesBack()))
      agent = await theAgentAgain(api)
    },
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>
