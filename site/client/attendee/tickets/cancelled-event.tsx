import { useRouteLoaderData } from 'react-router'
import { useWords } from '../../locales/words.ts'
import type { loader as rootLoader } from '../../root.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Why none of the tickets below opens a door, and whom to ask. */
export function CancelledEvent({ title }: { title: string }) {
  const { say } = useWords()
  const organization = useRouteLoaderData<typeof rootLoader>('root')?.organization
  return (
    <Notice kind="fault" title={say('tickets.cancelled', { title })}>
      <p>
        {say('tickets.cancelledText')}{' '}
        {organization && <a href={`mailto:${organization.email}`}>{organization.email}</a>}
      </p>
    </Notice>
  )
}
