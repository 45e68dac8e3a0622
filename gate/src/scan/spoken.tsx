import { useState } from 'react'
import { type Say, useWords } from '../locales/use-words.ts'
import { adviceOf } from '../verdict/advice-of.ts'
import { verdictOf } from '../verdict/verdict-of.ts'
import type { DoorState } from './door.ts'

/** For screen readers. A verdict stays here after it closes, so that it is read to the end. */
export function Spoken({ state }: { state: DoorState }) {
  const { say } = useWords()
  const [said, setSaid] = useState('')
  const next = wordsFor(state, say)
  if (next !== undefined && next !== said) setSaid(next)
  return (
    <p role="status" aria-live="assertive" className="sr-only">
      {said}
    </p>
  )
}

function wordsFor(state: DoorState, say: Say): string | undefined {
  switch (state.phase) {
    case 'ready':
      return undefined
    case 'checking':
      return ''
    case 'silent':
      return `${say('scan.silentTitle')}. ${say('scan.silentAdvice')}`
    case 'verdict': {
      const { command, reason } = verdictOf(state.outcome)
      const ticket = state.outcome.kind === 'decided' ? state.outcome.scan.ticket : undefined
      const parts = [say(command), say(reason), ticket?.holderName, ticket?.ticketTypeName].filter(Boolean)
      return `${parts.join('. ')}. ${adviceOf(state.outcome, say)}`
    }
    default:
      return state satisfies never
  }
}
