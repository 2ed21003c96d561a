// SPDX-License-Identifier: MIT
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'

/** Title of the tab: the page, then the body. `wrong` says first that something is to be put right. */
export function PageTitle({ title, wrong = false }: { title: string; wrong?: boolean }) {
  const { tenant } = usePageFrame()
  const whole = m.ui_title({ title, tenant: tenant.name })
  return <title>{wrong ? m.ui_title_wrong({ title: whole }) : whole}</title>
}
