// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import type { ShownChange } from './shown-changes.ts'

/** What is there and what is proposed, side by side; who changed it meanwhile under it. */
export function ChangeFields({ change }: { change: ShownChange }) {
  return (
    <ScrollRegion label={m.change_title()}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{m.change_field()}</th>
            <th scope="col">{m.change_before()}</th>
            <th scope="col">{m.change_proposed()}</th>
          </tr>
        </thead>
        <tbody>
          {change.fields.map(({ key, label, before, proposed, conflict }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <del>
                  <Value text={before} />
                </del>
                {conflict && (
                  <p className="tone-warn sm">
                    <Icon name="alert-triangle" size="sm" /> {conflictWords(conflict)}
                  </p>
                )}
              </td>
              <td>
                <ins>
                  <Value text={proposed} />
                </ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Value({ text }: { text: string }) {
  return text === '' ? <span className="muted">{m.change_empty()}</span> : <span>{text}</span>
}

type Conflict = NonNullable<ShownChange['fields'][number]['conflict']>

function conflictWords({ now, by, at }: Conflict): string {
  const value = now === '' ? m.change_empty() : now
  if (by === null || at === undefined) return m.change_conflict_unknown({ now: value })
  return m.change_conflict({ name: by, at, now: value })
}
