import type { ReactNode } from 'react'

interface Props {
  onClick: () => void
  kind?: 'full' | 'outline'
  children: ReactNode
}

/** A button on a verdict's colour. */
export function AnswerButton({ onClick, kind = 'full', children }: Props) {
  const look = kind === 'full' ? 'bg-black text-white' : 'border-2 border-current bg-transparent'
  return (
    <button
      type="button"
      onClick={(event) => {
        event.stopPropagation()
        onClick()
      }}
      className={`relative min-h-16 overflow-hidden rounded-2xl px-5 text-xl font-bold ${look}`}
    >
      {children}
    </button>
  )
}
