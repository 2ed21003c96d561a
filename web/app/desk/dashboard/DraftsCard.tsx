// SPDX-License-Identifier: MIT
import type { DraftsView } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { WidgetCard } from './WidgetCard.tsx'

/** A request begun and not sent, in words. */
export interface ShownDraft {
  readonly reference: string
  readonly procedure: string
  readonly begun: string
  readonly saved: string
}

/** What is being written and not sent. Nobody but its author reads it: there is nothing to open. */
export function DraftsCard({
  widget,
  rows,
}: {
  widget: Omit<DraftsView, 'rows'>
  rows: readonly ShownDraft[]
}) {
  return (
    <WidgetCard widget={widget} more={<span className="cnt">{widget.total}</span>}>
      {rows.length === 0 ? (
        <p className="card__b muted">{m.dashboard_drafts_empty()}</p>
      ) : (
        <div className="wdg__scroll">
          <table className="wt">
            <thead>
              <tr>
                <th scope="col">{m.dashboard_drafts_procedure()}</th>
                <th scope="col">{m.dashboard_drafts_begun()}</th>
                <th scope="col">{m.dashboard_drafts_saved()}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((draft) => (
                <tr key={draft.reference}>
                  <td>
                    {draft.procedure}
                    <small className="num">
                      {m.dashboard_drafts_reference({ reference: draft.reference })}
                    </small>
                  </td>
                  <td className="nowrap">{draft.begun}</td>
                  <td className="nowrap">{draft.saved}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {widget.byProcedure.length > 1 && (
        <p className="wdg__help">
          {widget.byProcedure.map(({ title, count }) => m.dashboard_drafts_of({ title, count })).join(' · ')}
        </p>
      )}
    </WidgetCard>
  )
}
