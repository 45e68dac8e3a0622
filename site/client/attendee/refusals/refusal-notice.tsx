import type { Refused } from '../../forms.ts'
import { type Say, useWords, type WordKey } from '../../locales/words.ts'
import { useRefused } from '../../page.ts'
import { suggestAddress } from '../../suggest-address.ts'
import { formatTime } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { wordsOfRefusal } from './refusal-words.ts'

interface RefusalProps {
  /** Names of fields here that the fault may lie in; each is linked to. */
  fields?: FieldName[]
  timezone?: string
}

/** Fields whose faults have words of their own: what a program says about a value is not for people. */
export type FieldName = 'email' | 'consent' | 'password' | 'phoneNumber' | 'firstName' | 'lastName'

/** Why a form did not go through, at the top, read out at once, with links to everything that is to be mended. */
export function RefusalNotice({ fields = [], timezone = 'Africa/Nairobi' }: RefusalProps) {
  const { say, language } = useWords()
  const refused = useRefused()
  if (!refused) return null
  const { problem } = refused
  const faults = fields.flatMap((field) => {
    const fault = faultOf(refused, field, say)
    return fault ? [{ field, fault }] : []
  })
  const { title, text } = wordsOfRefusal(problem.code, say)
  return (
    <Notice kind="fault" title={title} isUrgent>
      {faults.length === 0 && <p>{text}</p>}
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
        <p>
          {say(isSoonest(problem.code) ? 'refusal.retryAt' : 'refusal.retryAtLatest', {
            time: formatTime(problem.retryAt, timezone, language),
          })}
        </p>
      )}
    </Notice>
  )
}

/** Whether the time is the first at which a try can work; a phone may be free before. */
const isSoonest = (code: Refused['problem']['code']) => code !== 'phone_busy'

const codesOfFields: Partial<Record<FieldName, Refused['problem']['code'][]>> = {
  phoneNumber: ['phone_invalid'],
  password: ['wrong_credentials'],
}

/** What is wrong with one field, where the refusal says so. */
export function faultOf(refused: Refused | undefined, field: FieldName, say: Say): string | undefined {
  if (!refused) return undefined
  const { problem, doubt, typed } = refused
  if (doubt === 'phone' && field === 'phoneNumber') return say('doubt.phone')
  if (doubt === 'email' && field === 'email') {
    return say('doubt.email', { address: suggestAddress(typed.email ?? '') ?? '' })
  }
  const words: WordKey = `invalid.${field}`
  if (problem.errors?.some(({ pointer }) => pointer.split('/').at(-1) === field)) return say(words)
  return codesOfFields[field]?.includes(problem.code) ? wordsOfRefusal(problem.code, say).text : undefined
}
