import { after } from '../rules.ts'

const secondsAfterPrompt = [15, 25, 40, 60, 90, 120] as const
const laterEverySeconds = 5 * 60
const longestSeconds = 24 * 3600

/** When a prompt is asked about for the first time. */
export const firstQueryAt = (now: Date) => after(now, secondsAfterPrompt[0])

/**
 * When it is asked about next: closely while the prompt may be on the phone, then every five minutes for a day.
 * What was missed is not made up for. Undefined when a person has to look.
 */
export function nextQueryAt(promptedAt: Date, now: Date): Date | undefined {
  const soon = secondsAfterPrompt.map((seconds) => after(promptedAt, seconds)).find((at) => at > now)
  if (soon) return soon
  const later = after(now, laterEverySeconds)
  return later <= after(promptedAt, longestSeconds) ? later : undefined
}
