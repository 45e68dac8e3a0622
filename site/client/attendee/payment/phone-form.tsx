import type { Problem } from '@event-sphere/contract/problem'
import { useWords } from '../../locales/words.ts'
import { Field } from '../../ui/field.tsx'
import { PostForm } from '../../ui/post-form.tsx'
import { faultOf } from '../../ui/refusal.tsx'

interface PhoneFormProps {
  amount: number
  phone: string
  idempotencyKey: string
  submit: string
  problem?: Problem | undefined
  className?: string
}

/** The number that will be asked, and the button that asks it. */
export function PhoneForm({ amount, phone, idempotencyKey, submit, problem, className }: PhoneFormProps) {
  const { say } = useWords()
  return (
    <PostForm
      className={className ?? 'form'}
      idempotencyKey={idempotencyKey}
      values={{ amount: String(amount) }}
    >
      <Field
        name="phoneNumber"
        label={say('pay.phone')}
        hint={say('pay.phoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
        maxLength={32}
        defaultValue={phone}
        fault={faultOf(problem, 'phoneNumber', say)}
      />
      <button className="button button-large" type="submit">
        {submit}
      </button>
    </PostForm>
  )
}
