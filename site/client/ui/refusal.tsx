import type { Problem } from '@event-sphere/contract/problem'
import { type Say, useWords, type WordKey } from '../locales/words.ts'
import { formatTime } from './formats.ts'
import { Notice } from './notice.tsx'

interface RefusalProps {
  problem: Problem | undefined
  /** Names of fields here that the fault may lie in; each is linked to. */
  fields?: FieldName[]
  timezone?: string
}

/** Fields whose faults have words of their own: what a program says about a value is not for people. */
export type FieldName = 'email' | 'consent' | 'password' | 'phoneNumber' | 'firstName' | 'lastName'

/** Why a form did not go through, at the top, read out at once, with links to everything that is to be mended. */
export function RefusalNotice({ problem, fields = [], timezone = 'Africa/Nairobi' }: RefusalProps) {
  const { say, language } = useWords()
  if (!problem) return null
  const faults = fields.flatMap((field) => {
    const fault = faultOf(problem, field, say)
    return fault ? [{ field, fault }] : []
  })
  const { title, detail } = wordsOf(problem, say)
  return (
    <Notice kind="fault" title={title} isUrgent>
      {faults.length === 0 && <p>{detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map(({ field, fault }) => (
            <li key={field}>
              <a href={`#${field}`}>{fault}</a>
            </li>
          ))}
        </ul>
      )}
      {problem.retryAt && (
        <p>{say('refusal.retryAt', { time: formatTime(problem.retryAt, timezone, language) })}</p>
      )}
    </Notice>
  )
}

/** The API's words, in the reader's language; the site's own where it is not there or speaks of fields. */
function wordsOf(problem: Problem, say: Say): { title: string; detail: string } {
  if (problem.code === 'invalid_request') {
    return { title: say('invalid.title'), detail: say('invalid.unknown') }
  }
  return {
    title: problem.title || say('fault.away.title'),
    detail: problem.detail || say('fault.away.text'),
  }
}

const codesOfFields: Partial<Record<FieldName, string[]>> = {
  phoneNumber: ['phone_invalid'],
  password: ['wrong_credentials'],
}

/** What is wrong with one field, where the refusal says so. */
export function faultOf(problem: Problem | undefined, field: FieldName, say: Say): string | undefined {
  if (!problem) return undefined
  const words: WordKey = `invalid.${field}`
  if (problem.errors?.some(({ pointer }) => pointer.split('/').at(-1) === field)) return say(words)
  return codesOfFields[field]?.includes(problem.code) ? problem.detail : undefined
}
