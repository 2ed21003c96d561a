// SPDX-License-Identifier: MIT
import { iconPaths } from './paths.ts'

export type IconName = keyof typeof iconPaths

/** What a solution's icon becomes when the set does not hold it. */
const unknownIcon: IconName = 'file-description'

/** The icon of that name, or a plain sheet: a solution may name any Tabler icon, the set holds the usual ones. */
export function iconNamed(name: string | undefined, otherwise: IconName = unknownIcon): IconName {
  return name !== undefined && Object.hasOwn(iconPaths, name) ? (name as IconName) : otherwise
}

/** A drawing in the line of the text. Never alone to carry a meaning: the word is beside it, or in the button's label. */
export function Icon({ name, size }: { name: IconName; size?: 'sm' | 'lg' }) {
  const drawn = name.endsWith('-filled')
    ? { fill: 'currentColor' }
    : {
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 1.8,
        strokeLinecap: 'round' as const,
        strokeLinejoin: 'round' as const,
      }
  return (
    // Its size is that of the text by the style sheet; these keep it small where there is none.
    <svg
      className={size ? `i i--${size}` : 'i'}
      width="20"
      height="20"
      viewBox="0 0 24 24"
      aria-hidden="true"
      {...drawn}
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
