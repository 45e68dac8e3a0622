import { useWords } from '../locales/words.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { PostForm } from '../ui/post-form.tsx'

/** This address has registered before: two ways in, and what was typed is kept. */
export function KnownAddress({ email, next }: { email: string; next: string }) {
  const { say } = useWords()
  return (
    <section className="narrow">
      <h1>{say('known.title')}</h1>
      <Notice kind="note" title={email} isUrgent>
        <p>{say('known.text')}</p>
      </Notice>
      <PostForm className="card form" action="/sign-in" values={{ intent: 'link', email, next }}>
        <p>{say('signIn.linkText')}</p>
        <button className="button" type="submit">
          {say('signIn.sendLink')}
        </button>
      </PostForm>
      <PostForm className="card form" action="/sign-in" values={{ intent: 'password', email, next }}>
        <Field
          name="password"
          label={say('signIn.password')}
          type="password"
          autoComplete="current-password"
          required
          maxLength={128}
        />
        <button className="button button-quiet" type="submit">
          {say('signIn.submit')}
        </button>
      </PostForm>
      <p>
        <a href="/register">{say('known.other')}</a>
      </p>
    </section>
  )
}
