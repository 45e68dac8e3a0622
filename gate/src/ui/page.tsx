import type { ReactNode } from 'react'
import { useWords } from '../locales/use-words.ts'
import { LanguageSwitch } from './language-switch.tsx'

/** A screen with one thing to do. */
export function Page({ children }: { children: ReactNode }) {
  const { say } = useWords()
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-5 pb-6">
      <header className="flex min-h-16 items-center justify-between">
        <p className="flex items-center gap-2.5 text-lg font-bold">
          <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" className="size-8" />
          {say('app.name')}
        </p>
        <LanguageSwitch />
      </header>
      <main className="flex flex-1 flex-col justify-center gap-6 py-6">{children}</main>
    </div>
  )
}
