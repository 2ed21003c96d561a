// SPDX-License-Identifier: MIT
import type { ShownProblem } from '@guichet/server'
import { ProblemPage } from './ProblemPage.tsx'
import { shownProblem } from '../shown-problem.ts'
import { m } from '../paraglide/messages.js'
import { usePageFrame } from '../page.ts'

/** The page of an error met by a route of the public pages. */
export function ErrorScreen({ error }: { error: unknown }) {
  const problem: ShownProblem = shownProblem(error)
  const { tenant } = usePageFrame()
  return (
    <>
      <title>{m.ui_title({ title: problem.title, tenant: tenant.name })}</title>
      <ProblemPage problem={problem} />
    </>
  )
}
