import { problem } from '@event-sphere/contract/problem'
import { useWords, type WordKey } from '../locales/words.ts'
import { usePage } from '../page.ts'

type Kind = 'missing' | 'expired' | 'away' | 'fault'

/** A page for when there is no page: what happened, and a way on. */
export function ExplainFault({ status, said }: { status: number; said: unknown }) {
  const { say } = useWords()
  const { path } = usePage()
  const kind = kindOf(status)
  const words = (part: 'title' | 'text'): WordKey => `fault.${kind}.${part}`
  const refusal = problem.safeParse(said)
  const detail = refusal.success && refusal.data.detail
  return (
    <section className="narrow">
      <title>{`${say(words('title'))} · Event-Sphere`}</title>
      <h1>{say(words('title'))}</h1>
      <p className="lead">{detail || say(words('text'))}</p>
      <div className="actions">
        {kind !== 'missing' && (
          <a className="button" href={path}>
            {say('fault.again')}
          </a>
        )}
        <a className={kind === 'missing' ? 'button' : 'button button-quiet'} href="/">
          {say('fault.home')}
        </a>
      </div>
    </section>
  )
}

function kindOf(status: number): Kind {
  if (status === 404) return 'missing'
  if (status === 403) return 'expired'
  return status === 502 || status === 503 || status === 504 ? 'away' : 'fault'
}
