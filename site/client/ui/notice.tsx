import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'good' | 'note' | 'fault'
const icons: Record<Kind, IconName> = { good: 'check', note: 'info', fault: 'alert' }

/** Announced at once, and focused. */
const urgent = { role: 'alert', tabIndex: -1, autoFocus: true }

interface NoticeProps {
  kind: Kind
  title?: string | undefined
  children?: ReactNode
  /** Announced at once and focused: the result of a form. */
  isUrgent?: boolean
}

/** A message, with colour, icon and text. */
export function Notice({ kind, title, children, isUrgent }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} {...(isUrgent && urgent)}>
      <Icon name={icons[kind]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
