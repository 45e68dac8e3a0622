import type { Refused } from '../../forms.ts'
import { type Say, useWords, type WordKey } from '../../locales/words.ts'
import { useRefused } from '../../page.ts'
import { suggestAddress } from '../../suggest-address.ts'
import { formatTime } from '../../ui/formats.ts'
import { Notice } from '../../ui/notice.tsx'
import { wordsOfRefusal } from './refusal-words.ts'

interface RefusalProps {
  /** Fields of this page that may be at fault; each is linked. */
  fields?: FieldName[]
  timezone?: string
}

/** Fields with error texts of their own: a validator's text is not for people. */
export type FieldName = 'email' | 'consent' | 'password' | 'phoneNumber' | 'firstName' | 'lastName'

/** Why a form was refused: at the top, announced at once, with links to every field to correct. */
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

/** Whether an earlier try cannot work; a busy phone may be free before the time given. */
const isSoonest = (code: Refused['problem']['code']) => code !== 'phone_busy'

const codesOfFields: Partial<Record<FieldName, Refused['problem']['code'][]>> = {
  phoneNumber: ['phone_invalid'],
  password: ['wrong_credentials'],
}

/** The error of one field, if the refusal names it. */
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
