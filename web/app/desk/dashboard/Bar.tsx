// SPDX-License-Identifier: MIT

/** A number drawn beside itself. Says nothing to those who do not see it: the number is in the next cell. */
export function Bar({ value, most, look = 'fine' }: { value: number; most: number; look?: string }) {
  const share = most === 0 ? 0 : (value / most) * 100
  return (
    <span className="hb" aria-hidden="true">
      {value > 0 && <span className={`hb__v hb--${look}`} style={{ width: `max(3px, ${share}%)` }} />}
    </span>
  )
}
