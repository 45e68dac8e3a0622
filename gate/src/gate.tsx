import { useEffect, useState } from 'react'
import { readSettings } from './api/read-settings.ts'
import { makeSendCall } from './api/send-call.ts'
import { App } from './app.tsx'
import { useWords } from './locales/use-words.ts'
import { makeMemoryOutbox } from './outbox/memory-outbox.ts'
import { makeAgentSession } from './session/agent-session.ts'
import { Button } from './ui/button.tsx'
import { Page } from './ui/page.tsx'

interface Ready {
  session: ReturnType<typeof makeAgentSession>
  outbox: ReturnType<typeof makeMemoryOutbox>
}

/** Reads the API's address, then opens the app. */
export function Gate() {
  const { say } = useWords()
  const [ready, setReady] = useState<Ready | 'starting' | 'fault'>('starting')

  useEffect(() => {
    if (ready !== 'starting') return
    let isGone = false
    const start = async () => {
      const settings = await readSettings(`${import.meta.env.BASE_URL}config.json`)
      if (!isGone) setReady(settings ? prepare(settings.ticketingApiUrl) : 'fault')
    }
    void start()
    return () => {
      isGone = true
    }
  }, [ready])

  if (ready === 'starting')
    return (
      <Page>
        <p role="status" className="text-lg">
          {say('app.starting')}
        </p>
      </Page>
    )
  if (ready === 'fault')
    return (
      <Page>
        <h1 className="text-3xl font-bold">{say('app.faultTitle')}</h1>
        <p className="text-lg">{say('app.faultAdvice')}</p>
        <Button onClick={() => setReady('starting')}>{say('app.tryAgain')}</Button>
      </Page>
    )
  return <App {...ready} />
}

function prepare(ticketingApiUrl: string): Ready {
  const session = makeAgentSession({
    send: makeSendCall(ticketingApiUrl),
    storage: sessionStorage,
    language: () => document.documentElement.lang,
  })
  return { session, outbox: makeMemoryOutbox() }
}
