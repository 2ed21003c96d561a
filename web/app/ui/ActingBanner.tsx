// SPDX-License-Identifier: MIT
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'

/** On every page while an administrator acts as somebody: as whom, until when, and the way back. */
export function ActingBanner() {
  const { viewer } = usePageFrame()
  if (!viewer?.acting) return null
  return (
    <form method="post" action="/compte/reprendre" className="acting" aria-label={m.security_acting_label()}>
      <p>
        <Icon name="user-share" />
        {m.security_acting({ name: viewer.name, by: viewer.acting.by, time: viewer.acting.until })}
      </p>
      <button className="btn btn--secondary btn--sm">{m.security_acting_end()}</button>
    </form>
  )
}
