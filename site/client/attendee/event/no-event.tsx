import { useWords } from '../../locales/words.ts'

export function NoEvent() {
  const { say } = useWords()
  return (
    <section className="narrow">
      <h1>{say('noEvent.title')}</h1>
      <p className="lead">{say('noEvent.text')}</p>
      <p>{say('noEvent.tickets')}</p>
      <a className="button button-quiet" href="/tickets">
        {say('frame.tickets')}
      </a>
    </section>
  )
}
