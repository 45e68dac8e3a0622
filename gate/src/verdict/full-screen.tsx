import { type ReactNode, useEffect, useRef } from 'react'
import { GoSign, LookSign, StopSign, WaitSign } from '../ui/icons.tsx'
import type { Tone } from './verdict-of.ts'

export type Look = Tone | 'wait'

const looks = {
  go: { Sign: GoSign, colours: 'bg-go text-white' },
  look: { Sign: LookSign, colours: 'bg-look text-black' },
  stop: { Sign: StopSign, colours: 'bg-stop text-white' },
  wait: { Sign: WaitSign, colours: 'bg-look text-black' },
}

interface Props {
  look: Look
  word: string
  advice: string
  /** A tap anywhere; the button below says so in words. */
  onTap?: () => void
  children?: ReactNode
  /** Small, at the end: what a help desk asks for. */
  code?: string
  buttons: ReactNode
}

/** One answer, over everything: colour, outline, word, what to do. */
export function FullScreen({ look, word, advice, onTap, children, code, buttons }: Props) {
  const { Sign, colours } = looks[look]
  const section = useRef<HTMLElement>(null)
  useFocusInside(section)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same from a keyboard
    <section
      ref={section}
      aria-labelledby="answer"
      onClick={onTap}
      className={`on-colour fixed inset-0 z-10 flex flex-col ${colours}`}
    >
      <div className="mx-auto flex min-h-0 w-full max-w-2xl flex-1 flex-col items-center justify-center-safe gap-[1.6vh] overflow-y-auto px-4 py-4 text-center">
        <Sign className="size-[min(15vh,10rem)] shrink-0" />
        <h2
          id="answer"
          className="text-[clamp(2rem,min(11.5vw,9vh),5rem)] leading-none font-extrabold text-balance"
        >
          {word}
        </h2>
        {children}
        <p className="max-w-lg text-lg leading-snug font-medium text-balance sm:text-2xl">{advice}</p>
        {code && <p className="max-w-full text-base break-all tabular-nums">{code}</p>}
      </div>
      <div className="mx-auto grid w-full max-w-2xl gap-3 px-5 pb-[max(1.25rem,env(safe-area-inset-bottom))]">
        {buttons}
      </div>
    </section>
  )
}

// The verdict takes the focus and gives it back: to the field, where the agent types the codes.
function useFocusInside(section: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    const before = document.activeElement
    section.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [section])
}
