import { type LoaderFunctionArgs, type MetaFunction, redirect, useLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { requireUser } from '../forms.ts'
import { sayIn, useWords } from '../locales/words.ts'

/** There are no screens for staff yet, so this page says where their work is done. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const user = requireUser(site, request)
  if (user.roles.every((role) => role === 'customer')) throw redirect('/tickets', 303)
  const isOrganiser = user.roles.some((role) => role === 'admin' || role === 'platform')
  return { isOrganiser, docs: `${site.ticketingUrl}/docs`, title: sayIn(site.language)('manage.title') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

export default function ManageEvents() {
  const { isOrganiser, docs, title } = useLoaderData<typeof loader>()
  const { say } = useWords()
  return (
    <section className="narrow">
      <h1>{title}</h1>
      <p className="lead">{say(isOrganiser ? 'manage.organiser' : 'manage.agent')}</p>
      <div className="actions">
        {isOrganiser && (
          <a className="button" href={docs}>
            {say('manage.docs')}
          </a>
        )}{' '}
        <a className={isOrganiser ? 'button button-quiet' : 'button'} href="/gate/">
          {say('manage.gate')}
        </a>
      </div>
      <p>
        <a href="/tickets">{say('manage.tickets')}</a>
      </p>
    </section>
  )
}
