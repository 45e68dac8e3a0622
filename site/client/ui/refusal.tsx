import type { Problem } from '@event-sphere/contract/problem'
import { useWords } from '../locales/words.ts'
import { Notice } from './notice.tsx'

interface RefusalProps {
  problem: Problem | undefined
  /** Names of fields here that the fault may lie in; each is linked to. */
  fields?: string[]
}

/** Why a form did not go through, at the top, read out at once, with links to what to mend. */
export function RefusalNotice({ problem, fields = [] }: RefusalProps) {
  const { say } = useWords()
  if (!problem) return null
  const detail = problem.detail || say('fault.away.text')
  const title = problem.title || say('fault.away.title')
  const faults = fields.flatMap((field) => {
    const fault = faultOf(problem, field)
    return fault ? [{ field, fault }] : []
  })
  const itself = faults.find(({ fault }) => fault === detail)
  return (
    <Notice kind="fault" title={title === detail ? undefined : title} isUrgent>
      <p>{itself ? <a href={`#${itself.field}`}>{detail}</a> : detail}</p>
      {faults.length > 0 && !itself && (
        <ul>
          {faults.map(({ field, fault }) => (
            <li key={field}>
              <a href={`#${field}`}>{fault}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

const codesOfFields: Record<string, string[]> = {
  phoneNumber: ['phone_invalid'],
  password: ['wrong_credentials'],
}

/** What is wrong with one field, where the refusal says so. */
export function faultOf(problem: Problem | undefined, field: string): string | undefined {
  if (!problem) return undefined
  const named = problem.errors?.find(({ pointer }) => pointer.split('/').at(-1) === field)
  if (named) return named.message
  return codesOfFields[field]?.includes(problem.code) ? problem.detail : undefined
}
