// SPDX-License-Identifier: MIT
import { Form, Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { AddRelation } from './AddRelation.tsx'
import type { RelationsPage } from './load-relations.server.ts'
import { standingState } from './relation-words.ts'

export type Panel = RelationsPage['panels'][number]
type Line = Panel['lines'][number]

/** The links of one kind: those of today first of mind, those that ended with their reason, and one more to add. */
export function RelationPanelCard({
  panel,
  page,
  base,
}: {
  panel: Panel
  page: RelationsPage
  base: string
}) {
  const isAdding = page.adding === panel.key
  const here = `${base}/liens`
  return (
    <section className="card mt tblcard">
      <div className="card__h">
        <h2>
          {panel.title} <small className="muted">({panel.otherLabel})</small>
        </h2>
        {panel.mayAdd && !isAdding && (
          <ButtonLink to={`${here}?ajouter=${encodeURIComponent(panel.key)}#ajouter`} icon="plus" size="sm">
            {m.people_relation_add()}
          </ButtonLink>
        )}
      </div>
      {panel.lines.length === 0 ? (
        <p className="card__b muted">{m.people_relations_none()}</p>
      ) : (
        <ScrollRegion label={panel.title}>
          <table className="tbl">
            <thead>
              <tr>
                <th>{panel.otherLabel}</th>
                <th>{m.people_relation_days()}</th>
                <th>{m.people_relation_by()}</th>
                <th>{m.people_relation_state()}</th>
              </tr>
            </thead>
            <tbody>
              {panel.lines.map((line) => (
                <LineRow key={line.id} line={line} asksReason={panel.asksReason} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {panel.next !== null && (
        <p className="card__b">
          <Link to={`${here}?lien=${encodeURIComponent(panel.key)}&apres=${encodeURIComponent(panel.next)}`}>
            {m.people_relation_older()}
          </Link>
        </p>
      )}
      {isAdding && <AddRelation panel={panel} search={page.search} found={page.found} />}
    </section>
  )
}

function LineRow({ line, asksReason }: { line: Line; asksReason: boolean }) {
  const { other, added } = line
  return (
    <tr>
      <td>
        {other ? (
          <Link to={`/bureau/fiches/${other.id}/liens`}>{other.title}</Link>
        ) : (
          <span className="muted">{m.people_relation_nobody()}</span>
        )}
        {line.kind !== null && <small>{line.kind}</small>}
      </td>
      <td>
        {daysWords(line)}
        {line.endReason !== null && <small>{line.endReason}</small>}
      </td>
      <td className="muted">
        {added?.name ? m.people_relation_added({ name: added.name, day: added.on }) : (added?.on ?? '–')}
      </td>
      <td>
        <StateBadge state={standingState(line.standing)} />
        {line.mayEnd && <EndForm line={line} asksReason={asksReason} />}
      </td>
    </tr>
  )
}

function EndForm({ line, asksReason }: { line: Line; asksReason: boolean }) {
  const name = line.other?.title ?? m.people_relation_nobody()
  return (
    <details>
      <summary>
        {m.people_relation_end()}
        <span className="vh"> {m.people_relation_end_of({ name })}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="relation" value={line.id} />
        <label className="label">
          {m.people_relation_end_on()}
          <input className="input" type="date" name="endsOn" />
        </label>
        {asksReason && (
          <label className="label">
            {m.people_relation_reason()}
            <input className="input" name="reason" maxLength={200} />
          </label>
        )}
        <p className="hint">{m.people_relation_end_hint()}</p>
        <Button look="danger" size="sm" icon="lock">
          {m.people_relation_end()}
        </Button>
      </Form>
    </details>
  )
}

function daysWords({ from, to, standing }: Pick<Line, 'from' | 'to' | 'standing'>): string {
  const first =
    from === undefined
      ? undefined
      : standing === 'later'
        ? m.people_relation_from({ day: from })
        : m.people_relation_since({ day: from })
  const last = to === undefined ? undefined : m.people_relation_until({ day: to })
  return [first, last].filter((part) => part !== undefined).join(', ') || '–'
}
