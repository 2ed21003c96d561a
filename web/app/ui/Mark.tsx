// SPDX-License-Identifier: MIT
import { use } from 'react'
import { PageFrameContext } from '../page.ts'

/**
 * The logo of the body, else the product's mark in its colour: an open counter. Decorative: the name stands beside it.
 */
export function Mark() {
  const logo = use(PageFrameContext)?.tenant.logo
  if (logo) return <img className="mark mark--logo" src={`/logo/${logo.sha256}`} alt="" />
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill="var(--brand)" />
      <path d="M10 31V19.5a10 10 0 0 1 20 0V31h-5.5V19.8a4.5 4.5 0 0 0-9 0V31z" fill="#fff" />
      <circle cx="20" cy="20" r="2.1" fill="#ffc98a" />
    </svg>
  )
}
