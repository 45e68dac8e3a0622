import { useRouteLoaderData } from 'react-router'
import { useWords } from '../../locales/words.ts'
import type { loader as rootLoader } from '../../root.tsx'
import { Icon } from '../../ui/icon.tsx'

interface TicketsNewsProps {
  email: string
  /** The slug of the newest tickets' event. */
  slug: string | undefined
  /** True if no money is at stake: another address then gets a new ticket. */
  canRegisterAnew: boolean
}

/** Where the tickets were sent, and what to do if the address is wrong. */
export function TicketsNews({ email, slug, canRegisterAnew }: TicketsNewsProps) {
  const { say } = useWords()
  const organization = useRouteLoaderData<typeof rootLoader>('root')?.organization
  const next = slug ? `/choose?event=${slug}` : '/choose'
  return (
    <div className="tickets-news no-print">
      <Icon name="check" />
      <div>
        <p>{say('tickets.mailed', { email })}</p>
        {canRegisterAnew ? (
          <p className="hint">
            {say('tickets.wrongAddress')}{' '}
            <a href={`/register?change=1&next=${encodeURIComponent(next)}`}>{say('tickets.registerAnew')}</a>
          </p>
        ) : (
          <p className="hint">
            {say('tickets.wrongAddress')} {say('tickets.keepPicture')}{' '}
            {organization && <a href={`mailto:${organization.email}`}>{organization.email}</a>}
          </p>
        )}
      </div>
    </div>
  )
}
