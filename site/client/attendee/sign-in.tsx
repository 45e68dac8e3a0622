import { login, registration, requestEmailLink } from '@event-sphere/contract/auth'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import { z } from 'zod'
import type { SignedInUser } from '../../backend/auth-service/sessions.ts'
import { siteContext } from '../context.ts'
import { findInvalid, invalidFields, pathOf, refused, type Sent, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { safePath } from '../safe-path.ts'
import { addressTelling, readTold } from '../tell-page.ts'
import { Field } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { PostForm } from '../ui/post-form.tsx'
import { faultOf, RefusalNotice } from './refusals/refusal-notice.tsx'

const mailbox = z.string()

export function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const next = safePath(new URL(request.url).searchParams.get('next'), '/tickets')
  const { user } = site.session
  if (user && request.method === 'GET') return redirect(placeAfter(user, next), 303)
  const sentTo = mailbox.safeParse(readTold(site, request.url, 'sent')).data
  return { next, sentTo, title: sayIn(site.language)(sentTo ? 'linkSent.title' : 'signIn.title') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request }: ActionFunctionArgs) {
  const sent = { site: context.get(siteContext), request, form: await request.formData() }
  return textOf(sent.form, 'intent') === 'link' ? sendLink(sent) : signIn(sent)
}

const credentials = z.object({ email: registration.shape.email, password: z.string().min(1) })

/** Staff usually have no tickets: they go to their own page, unless they asked for another one. */
const placeAfter = ({ roles }: SignedInUser, next: string): string =>
  next === '/tickets' && roles.some((role) => role !== 'customer') ? '/manage' : next

async function signIn(sent: Sent) {
  const { site, form } = sent
  const password = String(form.get('password') ?? '')
  const email = textOf(form, 'email')
  const invalid = findInvalid(credentials, { email, password })
  if (invalid.length > 0) return refused(sent, invalidFields(invalid))
  const answer = await site.ticketing.call(login, { body: { email, password } })
  if (!answer.ok) return refused(sent, answer.problem)
  await site.session.start(answer.reply)
  return redirect(placeAfter(answer.reply.user, safePath(textOf(form, 'next'), '/tickets')), 303)
}

async function sendLink(sent: Sent) {
  const { site, request, form } = sent
  const email = textOf(form, 'email')
  const invalid = findInvalid(registration, { email })
  if (invalid.length > 0) return refused(sent, invalidFields(invalid))
  const answer = await site.ticketing.call(requestEmailLink, { body: { email, locale: site.language } })
  if (!answer.ok) return refused(sent, answer.problem)
  return redirect(addressTelling(site, pathOf(request.url), 'sent', email), 303)
}

export default function SignIn() {
  const { next, sentTo } = useLoaderData<typeof loader>()
  const result = useRefused()
  const { say } = useWords()
  if (sentTo) return <LinkSent email={sentTo} />
  const typed = result?.typed ?? {}
  const isPassword = typed.intent === 'password'
  return (
    <section className="narrow">
      <h1>{say('signIn.title')}</h1>
      <p className="lead">{say('signIn.lead')}</p>
      <RefusalNotice fields={['email', 'password']} />
      <PostForm className="card form" values={{ next: typed.next ?? next, intent: 'link' }}>
        <Field
          name="email"
          label={say('register.email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={typed.email}
          fault={isPassword ? undefined : faultOf(result, 'email', say)}
        />
        <button className="button" type="submit">
          {say('signIn.sendLink')}
        </button>
      </PostForm>
      <details className="card" open={isPassword}>
        <summary>{say('signIn.withPassword')}</summary>
        <PostForm className="form" values={{ next: typed.next ?? next, intent: 'password' }}>
          <Field
            id="email-with-password"
            name="email"
            label={say('register.email')}
            type="email"
            autoComplete="username"
            inputMode="email"
            required
            maxLength={254}
            defaultValue={typed.email}
            fault={isPassword ? faultOf(result, 'email', say) : undefined}
          />
          <Field
            name="password"
            label={say('signIn.password')}
            type="password"
            autoComplete="current-password"
            required
            maxLength={128}
            fault={faultOf(result, 'password', say)}
          />
          <button className="button button-quiet" type="submit">
            {say('signIn.submit')}
          </button>
        </PostForm>
      </details>
      <p>
        {say('signIn.new')}{' '}
        <a href={`/register?next=${encodeURIComponent(next)}`}>{say('event.registerFree')}</a>
      </p>
    </section>
  )
}

function LinkSent({ email }: { email: string }) {
  const { say } = useWords()
  return (
    <section className="narrow">
      <h1>{say('linkSent.title')}</h1>
      <Notice kind="good" title={say('linkSent.to', { email })} isUrgent>
        <p>{say('linkSent.text')}</p>
      </Notice>
      <p>
        <a href="/sign-in">{say('linkSent.again')}</a>
      </p>
    </section>
  )
}
