import type { ReactNode } from 'react'
import type { SignedInUser } from '../../backend/auth-service/sessions.ts'
import type { WireOrganization } from '../../backend/event-cache/event-cache.ts'
import { useWords } from '../locales/words.ts'
import { Frame } from '../ui/frame.tsx'
import { PostForm } from '../ui/post-form.tsx'

interface AttendeeFrameProps {
  user: SignedInUser | undefined
  organization: WireOrganization | undefined
  children: ReactNode
}

/** The frame of attendee pages: a link to the tickets above, the organiser below. */
export function AttendeeFrame({ user, organization, children }: AttendeeFrameProps) {
  const { say } = useWords()
  const tickets = <a href="/tickets">{say('frame.tickets')}</a>
  const signIn = <a href="/sign-in">{say('frame.signIn')}</a>
  return (
    <Frame nav={user ? tickets : signIn} foot={<Foot user={user} organization={organization} />}>
      {children}
    </Frame>
  )
}

function Foot({ user, organization }: Omit<AttendeeFrameProps, 'children'>) {
  const { say } = useWords()
  return (
    <>
      <div>
        {organization && (
          <p>
            {say('frame.organiser', { name: organization.name })}{' '}
            <a href={`mailto:${organization.email}`}>{organization.email}</a>
          </p>
        )}
        <p>{say('frame.mpesa')}</p>
      </div>
      <nav aria-label={say('frame.footNav')}>
        <a href="/privacy">{say('frame.privacy')}</a>
        {user && (
          <PostForm action="/sign-out">
            <button className="plain" type="submit">
              {say('frame.signOut')}
            </button>
          </PostForm>
        )}
      </nav>
    </>
  )
}
