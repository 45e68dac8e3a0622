import type { ReactNode } from 'react'
import type { SignedInUser } from '../../backend/auth-service/sessions.ts'
import type { WireOrganization } from '../../backend/event-cache/event-cache.ts'
import { useWords } from '../locales/words.ts'
import { usePage } from '../page.ts'
import { Mark } from './mark.tsx'
import { PostForm } from './post-form.tsx'

interface FrameProps {
  user: SignedInUser | undefined
  organization: WireOrganization | undefined
  children: ReactNode
}

/** What stands around every screen. */
export function Frame({ user, organization, children }: FrameProps) {
  const { say } = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {say('frame.skip')}
      </a>
      <header className="frame-head">
        <a className="brand" href="/" aria-label={say('frame.home')}>
          <Mark /> <span>Event-Sphere</span>
        </a>
        <nav aria-label={say('frame.nav')}>
          <LanguageSwitch />
          {user ? (
            <a href="/tickets">{say('frame.tickets')}</a>
          ) : (
            <a href="/sign-in">{say('frame.signIn')}</a>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Foot user={user} organization={organization} />
    </>
  )
}

/** Changes nothing but words, so it needs no token and leaves the page cacheable. */
function LanguageSwitch() {
  const { language } = useWords()
  const { path } = usePage()
  const other = language === 'en' ? { code: 'sw', name: 'Kiswahili' } : { code: 'en', name: 'English' }
  return (
    <form method="post" action="/language">
      <input type="hidden" name="next" value={path} />
      <button className="plain" type="submit" name="language" value={other.code} lang={other.code}>
        {other.name}
      </button>
    </form>
  )
}

function Foot({ user, organization }: Omit<FrameProps, 'children'>) {
  const { say } = useWords()
  return (
    <footer className="frame-foot">
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
    </footer>
  )
}
