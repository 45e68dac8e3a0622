import type { SignedInUser } from '../../../backend/auth-service/sessions.ts'
import { useWords } from '../../locales/words.ts'
import { useRefused } from '../../page.ts'
import { Field } from '../../ui/field.tsx'
import { PostForm } from '../../ui/post-form.tsx'
import { faultOf, RefusalNotice } from '../refusals/refusal-notice.tsx'

/** Asked for only after the ticket has been issued. */
export function NameForm({ user }: { user: SignedInUser }) {
  const { say } = useWords()
  const refused = useRefused()
  return (
    <section id="name" className="card name-form no-print" aria-labelledby="name-title">
      <h2 id="name-title">{say('name.title')}</h2>
      <p>{say('name.text')}</p>
      <RefusalNotice fields={['firstName', 'lastName']} />
      <PostForm className="form form-row">
        <Field
          name="firstName"
          label={say('name.first')}
          autoComplete="given-name"
          required
          maxLength={100}
          defaultValue={refused?.typed.firstName ?? user.firstName ?? ''}
          fault={faultOf(refused, 'firstName', say)}
        />
        <Field
          name="lastName"
          label={say('name.last')}
          autoComplete="family-name"
          required
          maxLength={100}
          defaultValue={refused?.typed.lastName ?? user.lastName ?? ''}
          fault={faultOf(refused, 'lastName', say)}
        />
        <button className="button button-quiet" type="submit">
          {say('name.submit')}
        </button>
      </PostForm>
    </section>
  )
}
