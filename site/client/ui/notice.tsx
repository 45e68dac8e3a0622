import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'good' | 'note' | 'fault'
const icons: Record<Kind, IconName> = { good: 'check', note: 'info', fault: 'alert' }

/** Read out, and where the keyboard goes on from. */
const urgent = { role: 'alert', tabIndex: -1, autoFocus: true }

interface NoticeProps {
  kind: Kind
  title?: string | undefined
  children?: ReactNode
  /** Read out at once, and the focus goes there: what a form came back with. */
  isUrgent?: boolean
}

/** Something to know, in colour, sign and words alike. */
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
