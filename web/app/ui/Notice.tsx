// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons/Icon.tsx'

const icons: Record<Tone, IconName> = {
  ok: 'circle-check',
  warn: 'alert-triangle',
  danger: 'alert-circle-filled',
  info: 'info-circle',
  wait: 'hourglass',
  idle: 'info-circle',
}

/** A sentence set apart. `announced` when it tells the result of what the person has just done. */
export function Notice({
  tone,
  title,
  announced = false,
  children,
}: {
  tone: Tone
  title: string
  announced?: boolean
  children?: ReactNode
}) {
  return (
    <div
      className={`notice tone-${tone}`}
      role={announced ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[tone]} />
      <b>{title}</b>
      {children}
    </div>
  )
}

/** The voice of a person: advice beside a page. */
export function Help({
  title,
  icon = 'bulb',
  children,
}: {
  title: string
  icon?: IconName
  children: ReactNode
}) {
  return (
    <section className="help">
      <h2>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  )
}
