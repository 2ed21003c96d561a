// SPDX-License-Identifier: MIT
import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { Link } from 'react-router'
import { Icon, type IconName } from './icons/Icon.tsx'

type Look = {
  /** One primary a view: the next step. */
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'lg' | 'sm'
  icon?: IconName
  block?: boolean
}

function classOf({ look = 'secondary', size, block }: Look): string {
  return ['btn', `btn--${look}`, size && `btn--${size}`, block && 'btn--block'].filter(Boolean).join(' ')
}

/** A button that sends its form. Its words are a verb and its consequence. */
export function Button({
  look,
  size,
  icon,
  block,
  children,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      className={classOf({ ...(look && { look }), ...(size && { size }), ...(block && { block }) })}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads to the next page. */
export function ButtonLink({
  look,
  size,
  icon,
  block,
  children,
  to,
  ...rest
}: Look & { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  return (
    <Link
      className={classOf({ ...(look && { look }), ...(size && { size }), ...(block && { block }) })}
      to={to}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
