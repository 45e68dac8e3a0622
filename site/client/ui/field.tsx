import type { InputHTMLAttributes, ReactNode } from 'react'
import { Icon } from './icon.tsx'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string
  label: string
  hint?: ReactNode
  fault?: string | undefined
}

/** A labelled input; its error is shown and announced with it. */
export function Field({ name, label, hint, fault, ...input }: FieldProps) {
  const id = input.id ?? name
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          <Icon name="alert" /> {fault}
        </p>
      )}
      <input
        {...input}
        id={id}
        name={name}
        aria-describedby={described || undefined}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}
