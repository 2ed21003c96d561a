// SPDX-License-Identifier: MIT
import type { Count, RowTransition } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { countFigures } from '../count-words.ts'

interface Props {
  readonly transitions: readonly RowTransition[]
  /** For each action, how many of the chosen rows allow it; `undefined` before a script runs. */
  readonly allowed: ReadonlyMap<string, number> | undefined
  readonly chosen: number
  /** All that the view holds, when it is more than this page. */
  readonly all: Count | undefined
  readonly most: number
  readonly onClear: () => void
}

/**
 * What may be done to the rows that are ticked: shown as soon as one is, by the style sheet alone. Each button leads to
 * a page that asks before it acts.
 */
export function BulkBar({ transitions, allowed, chosen, all, most, onClear }: Props) {
  const offered = transitions.filter(({ key }) => allowed === undefined || (allowed.get(key) ?? 0) > 0)
  return (
    <div className="bulkrow">
      <div className="bulk" role="toolbar" aria-label={m.queue_bulk_label()}>
        <b aria-live="polite">
          {chosen > 0 ? m.queue_bulk_count({ count: chosen }) : m.queue_bulk_checked()}
        </b>
        {all && (
          <label className="check check--sm">
            <input type="checkbox" name="tout" value="oui" />
            <span>
              {all.capped || all.count > most
                ? m.queue_select_first({ count: most })
                : m.queue_select_all({ count: countFigures(all) })}
            </span>
          </label>
        )}
        <hr />
        {offered.map((transition, at) => {
          const count = allowed?.get(transition.key) ?? chosen
          return (
            <button
              key={transition.key}
              name="action"
              value={transition.key}
              className={`btn btn--sm${at === 0 ? ' btn--primary' : ''}`}
            >
              <Icon name={iconNamed(transition.icon ?? undefined, 'arrow-right')} />
              {count < chosen
                ? m.queue_bulk_some({ label: transition.label, count, total: chosen })
                : transition.label}
            </button>
          )
        })}
        <hr className="js-only" />
        <button
          type="button"
          className="btn btn--sm btn--icon js-only"
          aria-label={m.queue_bulk_clear()}
          onClick={onClear}
        >
          <Icon name="x" />
        </button>
      </div>
    </div>
  )
}
