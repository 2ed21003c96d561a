// SPDX-License-Identifier: MIT
import type { ProcedureSheet } from '@guichet/server'
import { Form } from 'react-router'
import type { Route } from './+types/sheet'
import { datesOf } from '../context.ts'
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { Crumbs } from '../ui/Crumbs.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { Help, Notice } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { AgentNotice, useIsAgent } from './AgentNotice.tsx'
import { draftTiles, type DraftTile } from './draft-tiles.ts'
import { PortalFrame } from './PortalFrame.tsx'
import { openingWords } from './ProcedureTiles.tsx'
import { SheetParts, sheetParts } from './SheetParts.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const { catalogue, filing } = services(context)
  const dates = datesOf(context)
  const [sheet, drafts] = await Promise.all([catalogue.sheetOf(params.procedure), filing.listDrafts()])
  return {
    sheet,
    opening: openingWords(sheet.opening, dates),
    updated: sheet.updatedOn && dates.calendarDay(sheet.updatedOn),
    draft: draftTiles(drafts, dates).find(({ procedure }) => procedure === sheet.key),
  }
}

export default function Sheet({ loaderData: { sheet, opening, updated, draft } }: Route.ComponentProps) {
  const parts = sheetParts(sheet)
  return (
    <PortalFrame>
      <PageTitle title={sheet.title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <Crumbs
          crumbs={[
            { label: m.portal_nav_procedures(), to: '/' },
            { label: sheet.theme.title, to: `/?theme=${sheet.theme.key}` },
            { label: sheet.title },
          ]}
        />
        <h1 className="p-title">{sheet.title}</h1>
        <p className="lead">{sheet.lead}</p>
        <div className="two sheet-grid">
          <div className="sheet-main">
            <nav className="toc" aria-label={m.portal_sheet_on_page()}>
              <ul>
                {parts.map(({ id, title }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <SheetParts parts={parts} />
          </div>
          <aside className="sheet-side">
            <Launch sheet={sheet} opening={opening} draft={draft} />
            <ContactHelp />
            {updated !== undefined && (
              <p className="sm muted sheet-foot">{m.portal_sheet_updated({ date: updated })}</p>
            )}
          </aside>
        </div>
      </main>
    </PortalFrame>
  )
}

interface LaunchProps {
  readonly sheet: ProcedureSheet
  readonly opening: string | undefined
  readonly draft: DraftTile | undefined
}

function Launch({ sheet, opening, draft }: LaunchProps) {
  const isAgent = useIsAgent()
  if (!sheet.opening.open) {
    return (
      <Notice tone="idle" title={m.portal_closed_title()}>
        <p>{opening}</p>
      </Notice>
    )
  }
  return (
    <section className="card launch">
      <h2>{m.portal_sheet_launch()}</h2>
      <p className="muted">
        {sheet.minutes === undefined
          ? m.portal_sheet_launch_pause()
          : m.portal_sheet_launch_minutes({ minutes: sheet.minutes })}
        {opening !== undefined && ` ${opening}.`}
      </p>
      <AgentNotice />
      <Form method="post" action={`/demarches/${sheet.key}/demande`}>
        <Button look="primary" size="lg" block>
          {isAgent ? m.filing_agent_start() : m.portal_sheet_start()} <Icon name="arrow-right" />
        </Button>
      </Form>
      {draft && (
        <p className="launch__d">
          <Icon name="pencil" />
          <span>
            <b>{m.portal_sheet_draft({ at: draft.savedAt })}</b>
            <br />
            <a href={draft.href}>{m.home_resume_step({ step: draft.step, steps: draft.steps })}</a>
          </span>
        </p>
      )}
    </section>
  )
}

/** Where a person answers. */
export function ContactHelp() {
  const { tenant } = usePageFrame()
  return (
    <Help title={m.portal_help_title()} icon="headset">
      <p>
        <b>{tenant.name}</b>
        {tenant.phone !== '' && (
          <>
            <br />
            <a href={`tel:${tenant.phone.replace(/[^+\d]/g, '')}`}>{tenant.phone}</a>
          </>
        )}
        {tenant.openingHours.map((hours) => (
          <span key={hours}>
            <br />
            {hours}
          </span>
        ))}
      </p>
      <p>
        <a href={`mailto:${tenant.email}`}>{m.portal_help_write()}</a>
      </p>
    </Help>
  )
}
