// SPDX-License-Identifier: MIT
import type { Figure } from '@guichet/server'
import { Link } from 'react-router'
import { countFigures } from '../count-words.ts'
import { listAddress } from './list-address.ts'

interface Props {
  readonly figure: Figure
  /** What is counted, for those who meet the link out of its table. */
  readonly label: string
  readonly late?: boolean
}

/** A number that opens the list of what it counts. */
export function FigureLink({ figure, label, late = false }: Props) {
  const figures = countFigures({ count: figure.count, capped: figure.capped === true })
  const look = figure.count === 0 ? 'fig fig--none' : late ? 'fig late' : 'fig'
  if (!figure.list) return <span className={look}>{figures}</span>
  return (
    <Link className={look} to={listAddress(figure.list)}>
      {figures}
      <span className="vh"> {label}</span>
    </Link>
  )
}
