import { useRouteLoaderData } from 'react-router'
import { useWords } from '../../locales/words.ts'
import type { loader as rootLoader } from '../../root.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { EventGroup } from './group-by-event.ts'

/** Why the tickets below are invalid, what happens with the money, and whom to ask. */
export function CancelledEvent({ group }: { group: EventGroup }) {
  const { say } = useWords()
  const organization = useRouteLoaderData<typeof rootLoader>('root')?.organization
  const { event, tickets, paid } = group
  if (event?.status !== 'cancelled') return null
  return (
    <Notice kind="fault" title={say('tickets.cancelled', { title: event.title })}>
      <p>
        {tickets.length > 0 && say('tickets.cancelledText')}{' '}
        {paid.length > 0 && say('tickets.cancelledMoney')} {organization && say('tickets.cancelledAsk')}{' '}
        {organization && <a href={`mailto:${organization.email}`}>{organization.email}</a>}
      </p>
    </Notice>
  )
}
