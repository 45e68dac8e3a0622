import { afterEach, beforeEach, expect, vi } from 'vitest'

const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
let lines: string[] = []
let spies: { mockRestore(): void }[] = []

beforeEach(() => {
  lines = []
  spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      lines.push(`console.${method}: ${words.map(String).join(' ')}`)
    }),
  )
})

// An unread warning today is a bug hunt tomorrow. A test that expects a line spies on that method itself.
afterEach(() => {
  for (const spy of spies) spy.mockRestore()
  expect(lines, 'lines that the test left on the console').toEqual([])
})
