import { expect, test } from 'vitest'
import { makeMemoryOutbox } from '../outbox/memory-outbox.ts'
import type { RecordedScan, Settlement } from '../outbox/outbox.ts'
import type { Outcome } from './ask-api.ts'
import { checkScan } from './check-scan.ts'

const scan: RecordedScan = {
  scanId: 'scan_1',
  ticketCode: 'ES1:TOKEN',
  checkInLocation: 'Main Entrance',
  entranceId: 'entrance_1',
  scannedAt: '2027-07-15T05:45:00Z',
}
const unknown: Outcome = { kind: 'unknown' }

/** Answers in turn, and records what was written, asked, paused and settled. */
function aStation(answers: (Outcome | undefined)[]) {
  const memory = makeMemoryOutbox()
  const diary: string[] = []
  const stop = new AbortController()
  const tools = {
    outbox: {
      ...memory,
      append: (written: RecordedScan) => {
        diary.push(`write ${written.scanId}`)
        return memory.append(written)
      },
      settle: (scanId: string, settlement: Settlement) => {
        diary.push(`settle ${settlement.by}${settlement.by === 'api' ? ` ${settlement.result}` : ''}`)
        return memory.settle(scanId, settlement)
      },
    },
    ask: async ({ scanId }: RecordedScan, patienceMs: number) => {
      diary.push(`ask ${scanId} ${patienceMs}`)
      return answers.shift()
    },
    pause: async (ms: number) => void diary.push(`pause ${ms}`),
    onSilence: () => void diary.push('silence'),
  }
  return { tools, diary, memory, stop }
}

test('a scan is recorded before it is sent and settled with its answer', async () => {
  const { tools, diary, memory, stop } = aStation([unknown])
  expect(await checkScan(scan, tools, stop.signal)).toEqual(unknown)
  expect(diary).toEqual(['write scan_1', 'ask scan_1 2000', 'settle api unknown'])
  expect(await memory.pending()).toEqual([])
})

test('without an answer, the scan is sent again with the same id and a longer time limit', async () => {
  const { tools, diary, stop } = aStation([undefined, undefined, unknown])
  expect(await checkScan(scan, tools, stop.signal)).toEqual(unknown)
  expect(diary).toEqual([
    'write scan_1',
    'ask scan_1 2000',
    'silence',
    'pause 500',
    'ask scan_1 6000',
    'silence',
    'pause 1000',
    'ask scan_1 6000',
    'settle api unknown',
  ])
})

test('pauses grow to four seconds at most', async () => {
  const { tools, diary, stop } = aStation([...Array(7).fill(undefined), unknown])
  await checkScan(scan, tools, stop.signal)
  const pauses = diary.filter((line) => line.startsWith('pause')).map((line) => Number(line.slice(6)))
  expect(pauses).toEqual([500, 1000, 2000, 4000, 4000, 4000, 4000])
})

test('a waiting scan is pending; once stopped, it is set aside and not sent again', async () => {
  const { tools, diary, memory, stop } = aStation([undefined])
  let pendingMeanwhile: readonly RecordedScan[] = []
  const pause = async () => {
    pendingMeanwhile = await memory.pending()
    stop.abort()
  }
  expect(await checkScan(scan, { ...tools, pause }, stop.signal)).toBeUndefined()
  expect(pendingMeanwhile).toEqual([scan])
  expect(diary.slice(-2)).toEqual(['silence', 'settle set_aside'])
})

test('a scan is not settled as answered if the session ends', async () => {
  const { tools, diary, stop } = aStation([{ kind: 'signed_out' }])
  await checkScan(scan, tools, stop.signal)
  expect(diary.at(-1)).toBe('settle set_aside')
})
