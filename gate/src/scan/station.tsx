import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Outbox } from '../outbox/outbox.ts'
import type { Place } from '../place/place.ts'
import { CameraView } from '../reading/camera-view.tsx'
import { useKeyboardScanner } from '../reading/use-keyboard-scanner.ts'
import { useWakeLock } from '../reading/use-wake-lock.ts'
import type { AgentSession } from '../session/agent-session.ts'
import { SilentScreen } from '../verdict/silent-screen.tsx'
import { VerdictScreen } from '../verdict/verdict-screen.tsx'
import { CheckingNotice } from './checking-notice.tsx'
import { isGreen } from './door.ts'
import { LastScan } from './last-scan.tsx'
import { openDoorAt } from './open-door-at.ts'
import { Spoken } from './spoken.tsx'
import { StationBar } from './station-bar.tsx'
import { TypedCode } from './typed-code.tsx'
import { useTally } from './use-tally.ts'

interface Props {
  place: Place
  now: Date
  session: AgentSession
  outbox: Outbox
  onChangePlace: () => void
}

/** The agent's main screen: camera above, field below, verdicts over both. */
export function Station({ place, now, session, outbox, onChangePlace }: Props) {
  const [door] = useState(() => openDoorAt({ place, session, outbox }))
  const state = useSyncExternalStore(door.subscribe, door.state)
  const tally = useTally(state)
  const isBehind = state.phase === 'verdict' || state.phase === 'silent'
  useWakeLock()
  useKeyboardScanner(door.take)
  const isGreenNow = state.phase === 'verdict' && isGreen(state.outcome)

  // The next person's code closes a green verdict; the code just admitted may still be in view and does not.
  const see = (code: string) => {
    if (state.phase === 'verdict' && state.scan.ticketCode === code) return
    door.take(code)
  }
  useEffect(() => door.close, [door])

  return (
    <>
      <div inert={isBehind} className="flex h-dvh flex-col">
        <StationBar place={place} now={now} onChangePlace={onChangePlace} onSignOut={session.signOut} />
        <main className="flex min-h-0 flex-1 flex-col across:flex-row">
          <div className="relative flex min-h-0 flex-1 flex-col">
            <CameraView isLooking={state.phase === 'ready' || isGreenNow} onCode={see} />
            {state.phase === 'checking' && <CheckingNotice />}
          </div>
          <div className="grid grid-cols-1 content-center gap-2 px-4 pt-3 across:w-1/2 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <LastScan {...tally} />
            <TypedCode onCode={door.take} />
          </div>
        </main>
      </div>
      {state.phase === 'verdict' && (
        <VerdictScreen
          key={state.scan.scanId}
          outcome={state.outcome}
          ticketCode={state.scan.ticketCode}
          onNext={door.next}
          onAdmitWith={door.admitWith}
          onChangePlace={onChangePlace}
        />
      )}
      {state.phase === 'silent' && <SilentScreen onAskNow={door.askNow} onSetAside={door.next} />}
      <Spoken state={state} />
    </>
  )
}
