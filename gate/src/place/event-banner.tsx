import type { ReactNode } from 'react'
import { useWords } from '../language/use-words.ts'
import { tellToday } from './tell-day.ts'

interface Props {
  title: string
  timezone: string
  now: Date
  /** At the end of the first line. */
  children?: ReactNode
}

/** Which event, and which day it is there: what an agent checks first in the morning. */
export function EventBanner({ title, timezone, now, children }: Props) {
  const { language } = useWords()
  return (
    <header className="banner pt-[env(safe-area-inset-top)]">
      <div className="flex items-center gap-1 pl-4 pr-1">
        <p className="min-w-0 flex-1 truncate text-base font-medium">{title}</p>
        {children}
      </div>
      <p className="px-4 pb-2 text-2xl leading-tight font-bold">{tellToday(now, timezone, language)}</p>
    </header>
  )
}
