import type { ButtonHTMLAttributes } from 'react'

const looks = {
  act: 'bg-act text-on-act hover:bg-act-strong disabled:opacity-60',
  quiet: 'border border-line bg-surface text-ink hover:bg-field',
  onDark: 'border border-white/50 bg-white/10 text-white hover:bg-white/20',
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: keyof typeof looks
}

export function Button({ kind = 'act', type = 'button', className = '', ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-14 items-center justify-center gap-2 rounded-2xl px-6 text-lg font-semibold ${looks[kind]} ${className}`}
      {...rest}
    />
  )
}
