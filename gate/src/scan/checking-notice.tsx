import { useWords } from '../locales/use-words.ts'

/** Appears only if the answer takes a moment; `.late` sets how long. */
export function CheckingNotice() {
  const { say } = useWords()
  return (
    <p className="late absolute inset-0 grid place-content-center bg-black/80 text-3xl font-bold text-white">
      {say('scan.checking')}
    </p>
  )
}
