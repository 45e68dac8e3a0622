import type { ReactNode } from 'react'
import { usePage } from '../page.ts'

interface PostFormProps {
  action?: string
  /** Created with the form: sent twice, it acts once. */
  idempotencyKey?: string
  /** Hidden fields. */
  values?: Record<string, string>
  className?: string
  children: ReactNode
}

/** A plain form: it works without script, carries the form token, and is sent once. */
export function PostForm({ action, idempotencyKey, values = {}, className, children }: PostFormProps) {
  const { makeFormToken } = usePage()
  const hidden = { formToken: makeFormToken(), ...(idempotencyKey && { idempotencyKey }), ...values }
  return (
    <form method="post" action={action} className={className} data-once="">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
