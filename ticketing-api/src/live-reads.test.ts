import { expect, test } from 'vitest'
import { keepLiveReads } from './live-reads.ts'

function openReads() {
  let hear: (subject: string | undefined) => void = () => {}
  const reads = keepLiveReads<{ read: number }>({
    isListening: () => true,
    follow: (onSubject) => {
      hear = onSubject
    },
    heard: async () => false,
    endWaits: () => {},
    close: async () => {},
  })
  const answers: ((value: { read: number }) => void)[] = []
  const load = () => new Promise<{ read: number }>((answer) => void answers.push(answer))
  return {
    answers,
    announce: (subject: string | undefined) => hear(subject),
    read: (name = 'session 1', owner = 'user 1') => reads.read(name, owner, load),
  }
}

test.each([
  ['of its owner', 'user 1'],
  ['of itself', 'session 1'],
  ['that was perhaps missed', undefined],
])('an end %s, announced during a read, is followed by a read of what is so now', async (_, subject) => {
  const { answers, announce, read } = openReads()
  const early = read()
  announce(subject)
  const late = read()
  expect(answers).toHaveLength(2)

  // The later read is answered first, so that the earlier one would be the last to be kept.
  answers[1]?.({ read: 2 })
  answers[0]?.({ read: 1 })

  expect(await late).toEqual({ read: 2 })
  expect(await early).toEqual({ read: 1 })
  expect(await read()).toEqual({ read: 2 })
  expect(answers).toHaveLength(2)
})

test('an end during a read that nobody repeats leaves nothing behind', async () => {
  const { answers, announce, read } = openReads()
  const early = read()
  announce('user 1')
  answers[0]?.({ read: 1 })
  await early

  void read()
  expect(answers).toHaveLength(2)
})

test('everyone who asks at once waits for one read, and another owner’s end is none of theirs', async () => {
  const { answers, announce, read } = openReads()
  const both = [read(), read()]
  announce('user 2')
  both.push(read())
  answers[0]?.({ read: 1 })
  expect(await Promise.all(both)).toEqual([{ read: 1 }, { read: 1 }, { read: 1 }])
  expect(answers).toHaveLength(1)
})
