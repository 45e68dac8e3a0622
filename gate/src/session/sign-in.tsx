import { type FormEvent, useState } from 'react'
import type { Say } from '../locales/use-words.ts'
import { useWords } from '../locales/use-words.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { AgentSession, SignInAnswer } from './agent-session.ts'

interface Props {
  session: AgentSession
  /** Why the previous session ended. */
  endedBecause: string | undefined
}

export function SignIn({ session, endedBecause }: Props) {
  const { say } = useWords()
  const [credentials, setCredentials] = useState({ email: '', password: '' })
  const [isShown, setIsShown] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const [answer, setAnswer] = useState<SignInAnswer | undefined>(undefined)
  const refusal = answer ? wordsOf(answer, say) : endedBecause

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    if (!credentials.email.trim() || !credentials.password) return
    setIsBusy(true)
    const told = await session.signIn(credentials)
    setIsBusy(false)
    setAnswer(told)
  }

  return (
    <Page>
      <h1 className="text-3xl font-bold text-balance">{say('session.title')}</h1>
      {refusal && (
        <p role="alert" className="fault-box">
          {refusal}
        </p>
      )}
      <form noValidate onSubmit={handleSubmit} className="grid gap-5">
        <TextField
          label={say('session.email')}
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          value={credentials.email}
          onChange={(event) => setCredentials({ ...credentials, email: event.target.value })}
          fault={isTried && !credentials.email.trim() ? say('session.emailMissing') : undefined}
        />
        <TextField
          label={say('session.password')}
          type={isShown ? 'text' : 'password'}
          name="password"
          autoComplete="current-password"
          value={credentials.password}
          onChange={(event) => setCredentials({ ...credentials, password: event.target.value })}
          fault={isTried && !credentials.password ? say('session.passwordMissing') : undefined}
        />
        <label className="flex min-h-12 items-center gap-3 text-base">
          <input
            type="checkbox"
            checked={isShown}
            onChange={(event) => setIsShown(event.target.checked)}
            className="size-6 accent-act"
          />
          {say('session.showPassword')}
        </label>
        <Button type="submit" disabled={isBusy}>
          {say(isBusy ? 'session.signingIn' : 'session.signIn')}
        </Button>
      </form>
    </Page>
  )
}

function wordsOf(answer: SignInAnswer, say: Say): string | undefined {
  if (answer === 'signed_in') return undefined
  if (answer === 'silent') return say('session.silent')
  if (answer === 'not_staff') return say('session.notStaff')
  return answer === 'wrong_credentials' ? say('session.wrong') : answer.refused
}
