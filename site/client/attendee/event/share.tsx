import { useWords } from '../../locales/words.ts'
import { Icon } from '../../ui/icon.tsx'

/** WhatsApp first: it is where people here tell each other of things. */
export function Share({ title, url }: { title: string; url: string }) {
  const { say } = useWords()
  const message = encodeURIComponent(say('share.message', { title, url }))
  return (
    <section aria-labelledby="share" className="share">
      <h2 id="share">{say('share.title')}</h2>
      <div className="actions">
        <a className="button button-quiet" href={`https://wa.me/?text=${message}`} rel="noreferrer">
          <Icon name="share" /> WhatsApp
        </a>
        <button
          className="button button-quiet"
          type="button"
          hidden
          data-copy={url}
          data-done={say('copy.done')}
        >
          {say('share.copy')}
        </button>
      </div>
    </section>
  )
}
