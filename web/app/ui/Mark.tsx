// SPDX-License-Identifier: MIT

/** The product's mark in the tenant's colour: an open counter. Decorative: the name stands beside it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill="var(--brand)" />
      <path d="M10 31V19.5a10 10 0 0 1 20 0V31h-5.5V19.8a4.5 4.5 0 0 0-9 0V31z" fill="#fff" />
      <circle cx="20" cy="20" r="2.1" fill="#ffc98a" />
    </svg>
  )
}
