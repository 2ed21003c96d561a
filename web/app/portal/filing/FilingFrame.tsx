// SPDX-License-Identifier: MIT
import type { DraftView } from '@guichet/server'
import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { channelWords } from '../../entry/channel-words.ts'
import { Steps, type Step } from '../../ui/Steps.tsx'
import { AgentNotice } from '../AgentNotice.tsx'
import { pageAddress } from '../draft-tiles.ts'
import { PortalFrame } from '../PortalFrame.tsx'

/** What a page of a form needs of its draft. */
export type FilingDraft = Pick<DraftView, 'id' | 'procedure' | 'steps' | 'filedFor'>

/** Around every page of a form: where one is, and the way back to its sheet. */
export function FilingFrame({
  draft,
  current,
  children,
}: {
  draft: FilingDraft
  /** Key of the page shown; absent on the check of all answers. */
  current?: string
  children: ReactNode
}) {
  return (
    <PortalFrame slim>
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <Crumbs
          crumbs={[
            { label: m.portal_nav_procedures(), to: '/' },
            { label: draft.procedure.title, to: `/demarches/${draft.procedure.key}` },
          ]}
        />
        <Steps steps={stepsOf(draft, current)} />
        {draft.filedFor ? <ForSomeone filedFor={draft.filedFor} /> : <AgentNotice />}
        {children}
      </main>
    </PortalFrame>
  )
}

/** Says for whom an agent fills it in: what is filed is that person's. */
function ForSomeone({ filedFor: { name, channel } }: { filedFor: NonNullable<DraftView['filedFor']> }) {
  return (
    <div className="agent">
      <Notice tone="info" title={m.counter_banner({ name })}>
        <p>{m.counter_banner_detail({ channel: channelWords(channel) })}</p>
      </Notice>
    </div>
  )
}

function stepsOf(draft: FilingDraft, current: string | undefined): Step[] {
  const pages = draft.steps.map(({ key, title, done }): Step => {
    if (key === current) return { title, status: 'current' }
    return done ? { title, status: 'done', href: pageAddress(draft.id, key) } : { title, status: 'to-come' }
  })
  return [
    ...pages,
    { title: m.portal_form_check_step(), status: current === undefined ? 'current' : 'to-come' },
  ]
}

/** Says that nothing is lost, and since when. */
export function SavedAt({ at }: { at: string }) {
  return (
    <span className="muted f-save">
      <Icon name="cloud-check" />
      <output data-saved>{m.portal_form_saved({ at })}</output>
    </span>
  )
}
