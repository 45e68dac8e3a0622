import { type InputHTMLAttributes, useId } from 'react'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  hint?: string
  /** What is wrong with it, and what to do. */
  fault?: string | undefined
}

export function TextField({ label, hint, fault, ...rest }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-base font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        className="entry"
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-base text-soft">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} role="alert" className="text-base font-medium text-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
