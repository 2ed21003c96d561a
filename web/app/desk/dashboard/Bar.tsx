// SPDX-License-Identifier: MIT

/** A number drawn beside itself. Says nothing to those who do not see it: the number is in the next cell. */
export function Bar({ value, most, look = 'fine' }: { value: number; most: number; look?: string }) {
  // Small as it is, what is there is seen.
  const share = most === 0 ? 0 : Math.max(1.5, (value / most) * 100)
  return (
    <svg className="hb" aria-hidden="true">
      {value > 0 && <rect className={`hb--${look}`} width={`${share}%`} height="100%" />}
    </svg>
  )
}
