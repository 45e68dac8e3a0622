import { useWords } from '../../locales/words.ts'
import { useRefused } from '../../page.ts'
import { Field } from '../../ui/field.tsx'
import { PostForm } from '../../ui/post-form.tsx'
import { faultOf } from '../refusals/refusal-notice.tsx'

interface PhoneFormProps {
  amount: number
  phone: string
  idempotencyKey: string
  submit: string
  className?: string
}

/** The phone number and the button that sends the prompt. */
export function PhoneForm({ amount, phone, idempotencyKey, submit, className }: PhoneFormProps) {
  const { say } = useWords()
  const refused = useRefused()
  const typed = refused?.typed.phoneNumber
  return (
    <PostForm
      className={className ?? 'form'}
      idempotencyKey={refused?.idempotencyKey ?? idempotencyKey}
      values={{ amount: String(amount), ...(refused?.doubt === 'phone' && typed && { meant: typed }) }}
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
        defaultValue={typed ?? phone}
        fault={faultOf(refused, 'phoneNumber', say)}
      />
      <button className="button button-large" type="submit">
        {submit}
      </button>
    </PostForm>
  )
}
