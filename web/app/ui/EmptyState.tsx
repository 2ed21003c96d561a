// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons/Icon.tsx'

/** Nothing to show, said with what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon: IconName
  title: string
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}
