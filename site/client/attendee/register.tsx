import { register } from '@event-sphere/contract/auth'
import type { Problem } from '@event-sphere/contract/problem'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { siteContext } from '../context.ts'
import { privacyText } from '../data/privacy.ts'
import { refused, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { safePath } from '../safe-path.ts'
import { Field } from '../ui/field.tsx'
import { PostForm } from '../ui/post-form.tsx'
import { faultOf, RefusalNotice } from '../ui/refusal.tsx'
import { KnownAddress } from './known-address.tsx'

export function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const next = safePath(new URL(request.url).searchParams.get('next'), '/choose')
  if (site.session.user) return redirect(next, 303)
  return { next, title: sayIn(site.language)('register.title') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const form = await request.formData()
  const hasConsent = form.get('consent') === 'yes'
  if (!hasConsent) return refused(consentMissing(sayIn(site.language)('register.consentMissing')), form)

  const password = String(form.get('password') ?? '')
  const answer = await site.ticketing.call(register, {
    body: {
      email: textOf(form, 'email'),
      ...(password && { password }),
      consent: { text: privacyText, locale: site.language },
    },
  })
  if (!answer.ok) return refused(answer.problem, form)
  await site.session.start(answer.reply)
  return redirect(safePath(textOf(form, 'next'), '/choose'), 303)
}

function consentMissing(message: string): Problem {
  return {
    type: 'about:blank',
    title: message,
    status: 400,
    code: 'invalid_request',
    detail: message,
    requestId: '',
    errors: [{ pointer: '/consent', message }],
  }
}

export default function Register() {
  const { next } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { say } = useWords()
  const problem = result?.problem
  const typed = result?.typed
  if (problem?.code === 'email_taken') return <KnownAddress email={typed?.email ?? ''} next={next} />
  return (
    <section className="narrow">
      <h1>{say('register.title')}</h1>
      <p className="lead">{say('register.lead')}</p>
      <RefusalNotice problem={problem} fields={['email', 'consent', 'password']} />
      <PostForm className="card form" values={{ next }}>
        <Field
          name="email"
          label={say('register.email')}
          hint={say('register.emailHint')}
          type="email"
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={typed?.email}
          fault={faultOf(problem, 'email')}
        />
        <div className="field">
          {faultOf(problem, 'consent') && (
            <p className="fault" id="consent-fault">
              {faultOf(problem, 'consent')}
            </p>
          )}
          <label className="check" htmlFor="consent">
            <input
              id="consent"
              type="checkbox"
              name="consent"
              value="yes"
              required
              defaultChecked={typed?.consent === 'yes'}
            />
            <span>
              {say('register.consent')} <a href="/privacy">{say('register.consentLink')}</a>
            </span>
          </label>
        </div>
        <details>
          <summary>{say('register.withPassword')}</summary>
          <Field
            name="password"
            label={say('register.password')}
            hint={say('register.passwordHint')}
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={128}
            fault={faultOf(problem, 'password')}
          />
        </details>
        <button className="button" type="submit">
          {say('register.submit')}
        </button>
      </PostForm>
      <p>
        {say('register.have')} <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{say('frame.signIn')}</a>
      </p>
    </section>
  )
}
