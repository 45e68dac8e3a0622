import type { ReactNode } from 'react'
import { useWords } from '../locales/use-words.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { tellToday } from './tell-day.ts'

interface Props {
  title: string
  timezone: string
  now: Date
  /** Shown at the end of the first line. */
  children?: ReactNode
}

/** The event and the local day there, which an agent checks first in the morning. */
export function EventBanner({ title, timezone, now, children }: Props) {
  const { language } = useWords()
  return (
    <header className="banner pt-[env(safe-area-inset-top)]">
      <div className="flex items-start gap-1 pt-1 pl-4 pr-1">
        <p className="line-clamp-2 min-w-0 flex-1 self-center text-lg leading-tight font-semibold text-balance">
          {title}
        </p>
        {children}
      </div>
      <div className="flex items-center gap-1 pl-4 pr-1 pb-1">
        <p className="min-w-0 flex-1 text-2xl leading-tight font-bold">
          {tellToday(now, timezone, language)}
        </p>
        <LanguageSwitch />
      </div>
    </header>
  )
}
