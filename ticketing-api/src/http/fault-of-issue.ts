import type { z } from 'zod'
import type { FieldFault } from '../call/field-fault.ts'
import { faultsInEnglish } from '../locales/faults.ts'

type Fault = Omit<FieldFault, 'pointer'>

/** What the validator found, as a fault that has words in both languages: its own text reaches nobody. */
export function faultOfIssue(issue: z.core.$ZodIssue): Fault {
  if (isFault(issue.message)) return { fault: issue.message }
  switch (issue.code) {
    case 'invalid_type':
      return { fault: issue.input === undefined ? 'required' : (expected[issue.expected] ?? 'form') }
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return { fault: tooBig[issue.origin] ?? 'too_big', values: { maximum: Number(issue.maximum) } }
    case 'invalid_format':
      return { fault: formats[issue.format] ?? 'form' }
    case 'invalid_value':
      return { fault: 'one_of', values: { values: issue.values.map(String).join(', ') } }
    default:
      return { fault: 'form' }
  }
}

/** The contract names its own rules. */
const isFault = (message: string): message is Fault['fault'] => Object.hasOwn(faultsInEnglish, message)

const expected: Partial<Record<string, Fault['fault']>> = {
  string: 'text_expected',
  number: 'number_expected',
  int: 'number_expected',
  boolean: 'boolean_expected',
  array: 'list_expected',
  object: 'object_expected',
  record: 'object_expected',
}
const formats: Partial<Record<string, Fault['fault']>> = {
  email: 'email_form',
  datetime: 'instant_form',
  date: 'day_form',
  url: 'url_form',
}
const tooBig: Partial<Record<string, Fault['fault']>> = {
  string: 'too_long',
  array: 'too_many',
  set: 'too_many',
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Fault {
  const values = { minimum: Number(minimum) }
  if (origin === 'string') return minimum === 1 ? { fault: 'empty' } : { fault: 'too_short', values }
  return { fault: origin === 'array' || origin === 'set' ? 'too_few' : 'too_small', values }
}
