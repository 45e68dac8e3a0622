import { register, registration } from '@event-sphere/contract/auth'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useLoaderData,
} from 'react-router'
import type { Site } from '../../backend/site.ts'
import { siteContext } from '../context.ts'
import { privacyText } from '../data/privacy.ts'
import { findInvalid, invalidFields, type Refused, refused, textOf } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'
import { useRefused } from '../page.ts'
import { safePath } from '../safe-path.ts'
import { suggestAddress } from '../suggest-address.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { PostForm } from '../ui/post-form.tsx'
import { ClosedRegistration } from './event/closed-registration.tsx'
import { whyNotOnSale } from './event/situation.ts'
import { findFeaturedEvent, getEvent, orAway } from './find-event.ts'
import { askForPurchases, isWithoutMoney } from './holdings.ts'
import { faultOf, RefusalNotice } from './refusals/refusal-notice.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const asked = new URL(request.url).searchParams
  const next = safePath(asked.get('next'), '/choose')
  const { user } = site.session
  const answer = user && asked.has('change') ? await askForPurchases(site) : undefined
  const purchases = answer?.ok && isWithoutMoney(answer.reply.items) ? answer.reply.items : undefined
  if (user && !purchases) throw redirect(next, 303)
  return {
    next,
    changed: user?.email,
    hasTicket: purchases?.some(({ tickets }) => tickets.length > 0) ?? false,
    ...(await findWanted(site, next)),
    title: sayIn(site.language)('register.title'),
  }
}

/** The event and ticket to register for; there is no form unless it is on sale. */
async function findWanted(site: Site, next: string) {
  const asked = new URL(next, site.publicUrl)
  if (asked.pathname !== '/choose') return {}
  const slug = asked.searchParams.get('event')
  const now = site.now()
  const { value: event } = await (slug ? getEvent(site.cache, slug) : findFeaturedEvent(site.cache, now))
  if (!event) throw redirect('/', 303)
  const { value: ticketTypes } = await orAway(site.cache.listTicketTypes(event.id))
  const ticket = ticketTypes.find(({ code }) => code === asked.searchParams.get('ticket'))
  return { event, ticket, reason: whyNotOnSale({ event, ticketTypes, now: now.toISOString() }) }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export async function action({ context, request }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const form = await request.formData()
  const sent = { site, request, form }
  const body = {
    email: textOf(form, 'email'),
    consent: { text: privacyText, locale: site.language },
  }
  const hasConsent = form.get('consent') === 'yes'
  const invalid = [...findInvalid(registration, body), ...(hasConsent ? [] : ['consent'])]
  if (invalid.length > 0) return refused(sent, invalidFields(invalid))
  const next = safePath(textOf(form, 'next'), '/choose')
  // The same address again changes nothing: its tickets are the person's own.
  if (body.email === site.session.user?.email) return redirect(next, 303)
  const isMeant = textOf(form, 'meant') === body.email
  if (suggestAddress(body.email) && !isMeant) return refused(sent, invalidFields([]), 'email')

  const answer = await site.ticketing.call(register, { body })
  if (!answer.ok) return refused(sent, answer.problem)
  await site.session.start(answer.reply)
  return redirect(next, 303)
}

export default function Register() {
  const { next, changed, hasTicket, event, ticket, reason } = useLoaderData<typeof loader>()
  const result = useRefused()
  const { say } = useWords()
  const typed = result?.typed
  const consentFault = faultOf(result, 'consent', say)
  if (event && reason) return <ClosedRegistration event={event} reason={reason} next={next} />
  return (
    <section className="narrow">
      {event && <p className="eyebrow">{event.title}</p>}
      <h1>{say('register.title')}</h1>
      <p className="lead">
        {ticket ? say('register.leadTicket', { name: ticket.name }) : say('register.lead')}
      </p>
      {hasTicket && changed && <Notice kind="note" title={say('register.anew', { email: changed })} />}
      <RefusalNotice fields={['email', 'consent']} />
      {result?.doubt === 'email' && <Suggestion typed={result.typed} next={next} />}
      <PostForm className="card form" values={{ next, ...(result?.doubt && { meant: typed?.email ?? '' }) }}>
        <Field
          name="email"
          label={say('register.email')}
          hint={say('register.emailHint')}
          type="email"
          autoComplete="email"
          inputMode="email"
          required
          maxLength={254}
          defaultValue={typed?.email ?? changed}
          fault={faultOf(result, 'email', say)}
        />
        <div className="field">
          {consentFault && (
            <p className="fault" id="consent-fault">
              <Icon name="alert" /> {consentFault}
            </p>
          )}
          <label className="check" htmlFor="consent">
            <input
              id="consent"
              type="checkbox"
              name="consent"
              value="yes"
              required
              aria-invalid={consentFault ? true : undefined}
              aria-describedby={consentFault && 'consent-fault'}
              defaultChecked={typed?.consent === 'yes'}
            />
            <span>
              {say('register.consent')} <a href="/privacy">{say('register.consentLink')}</a>
            </span>
          </label>
        </div>
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

/** Offers the address that was probably meant. */
function Suggestion({ typed, next }: { typed: Refused['typed']; next: string }) {
  const { say } = useWords()
  const email = suggestAddress(typed.email ?? '')
  if (!email) return null
  return (
    <PostForm values={{ next, email, consent: typed.consent ?? '' }}>
      <button className="button button-quiet" type="submit">
        {say('doubt.useAddress', { address: email })}
      </button>
    </PostForm>
  )
}
