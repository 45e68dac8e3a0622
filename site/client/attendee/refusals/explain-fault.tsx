import { problem } from '@event-sphere/contract/problem'
import { useWords, type WordKey } from '../../locales/words.ts'
import { usePage } from '../../page.ts'
import { safePath } from '../../safe-path.ts'
import { wordsOfRefusal } from './refusal-words.ts'

type Kind = 'missing' | 'expired' | 'away' | 'fault'

const refusal = problem.pick({ code: true })

/** The error page: what happened, and where to go next. */
export function ExplainFault({ status, said }: { status: number; said: unknown }) {
  const { say } = useWords()
  const { path } = usePage()
  const kind = kindOf(status)
  const words = (part: 'title' | 'text'): WordKey => `fault.${kind}.${part}`
  const read = refusal.safeParse(said)
  const isTold = kind === 'fault' || kind === 'expired'
  const { title, text } =
    isTold && read.success
      ? wordsOfRefusal(read.data.code, say)
      : { title: say(words('title')), text: say(words('text')) }
  return (
    <section className="narrow">
      <title>{`${title} · Event-Sphere`}</title>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <div className="actions">
        {kind !== 'missing' && (
          <a className="button" href={placeToTry(path)}>
            {say('fault.again')}
          </a>
        )}{' '}
        <a className={kind === 'missing' ? 'button' : 'button button-quiet'} href="/">
          {say('fault.home')}
        </a>
      </div>
    </section>
  )
}

/** The page itself, or the page with the form that failed. */
function placeToTry(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid')
  return pathname === '/fault' ? safePath(searchParams.get('from'), '/') : path
}

function kindOf(status: number): Kind {
  if (status === 404) return 'missing'
  if (status === 403) return 'expired'
  return status === 502 || status === 503 || status === 504 ? 'away' : 'fault'
}
