import { type LoaderFunctionArgs, type MetaFunction, useLoaderData, useRouteLoaderData } from 'react-router'
import { siteContext } from '../context.ts'
import { privacyText } from '../data/privacy.ts'
import { sayIn, useWords, type WordKey } from '../locales/words.ts'
import type { loader as rootLoader } from '../root.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  return { title: sayIn(context.get(siteContext).language)('privacy.title') }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => [
  { title: `${loaderData?.title} · Event-Sphere` },
]

const parts = ['who', 'what', 'why', 'share', 'keep', 'rights', 'cookies'] as const

export default function ReadPrivacy() {
  const { title } = useLoaderData<typeof loader>()
  const organization = useRouteLoaderData<typeof rootLoader>('root')?.organization
  const { say } = useWords()
  const facts = {
    organiser: organization?.name ?? say('privacy.organiser'),
    email: organization?.email ?? '',
  }
  const words = (part: (typeof parts)[number], what: 'title' | 'text'): WordKey => `privacy.${part}.${what}`
  return (
    <article className="narrow prose">
      <h1>{title}</h1>
      <p className="hint">{say('privacy.version', { version: privacyText })}</p>
      {parts.map((part) => (
        <section key={part}>
          <h2>{say(words(part, 'title'))}</h2>
          <p>{say(words(part, 'text'), facts)}</p>
        </section>
      ))}
    </article>
  )
}
