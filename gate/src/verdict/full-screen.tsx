import { type ReactNode, useEffect, useRef } from 'react'
import { GoSign, LookSign, StopSign, WaitSign } from '../ui/icons.tsx'
import type { Tone } from './verdict-of.ts'

export type Look = Tone | 'wait'

const looks = {
  go: { Sign: GoSign, colours: 'bg-go text-white [--ring:var(--color-white)]' },
  look: { Sign: LookSign, colours: 'bg-look text-black [--ring:var(--color-black)]' },
  stop: { Sign: StopSign, colours: 'bg-stop text-white [--ring:var(--color-white)]' },
  wait: { Sign: WaitSign, colours: 'bg-look text-black [--ring:var(--color-black)]' },
}

interface Props {
  look: Look
  /** What to do, in the largest letters. */
  word: string
  /** Why. */
  reason?: string | undefined
  advice: string
  /** A tap anywhere; the button below says so in words. */
  onTap?: (() => void) | undefined
  children?: ReactNode
  /** Shown small at the end, for a help desk. */
  code?: string
  buttons: ReactNode
}

/** One answer over the whole screen: colour, outline, command and advice. */
export function FullScreen({ look, word, reason, advice, onTap, children, code, buttons }: Props) {
  const { Sign, colours } = looks[look]
  const section = useRef<HTMLElement>(null)
  useFocusInside(section)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same from a keyboard.
    <section
      ref={section}
      aria-labelledby="answer reason"
      onClick={onTap}
      className={`on-colour fixed inset-0 z-10 flex flex-col overflow-y-auto ${colours}`}
    >
      <div className="mx-auto flex w-full max-w-2xl flex-auto shrink-0 flex-col items-center justify-center gap-[1.6vh] px-4 py-4 text-center">
        <Sign className="size-[min(15vh,10rem)] shrink-0" />
        <h2
          id="answer"
          className="text-[clamp(2rem,min(11.5vw,9vh),5rem)] leading-none font-extrabold text-balance"
        >
          {word}
        </h2>
        {reason && (
          <p
            id="reason"
            className="text-[clamp(1.25rem,min(6vw,3.6vh),2rem)] leading-tight font-bold text-balance"
          >
            {reason}
          </p>
        )}
        {children}
        <p className="max-w-lg text-[clamp(1.125rem,min(5vw,3vh),1.5rem)] leading-snug font-medium text-balance">
          {advice}
        </p>
        {code && <p className="max-w-full text-base break-all tabular-nums">{code}</p>}
      </div>
      <div className="sticky bottom-0 bg-inherit pb-[max(1.25rem,env(safe-area-inset-bottom))]">
        <div className="mx-auto grid w-full max-w-2xl gap-3 px-5">{buttons}</div>
      </div>
    </section>
  )
}

// Focuses the verdict, then returns the focus to the field where the agent types codes.
function useFocusInside(section: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const before = document.activeElement
    section.current?.querySelector('button')?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [section])
}
