// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import type { RelationsPage } from './load-relations.server.ts'
import type { Panel } from './RelationPanelCard.tsx'

interface Props {
  readonly panel: Panel
  readonly search: string
  readonly found: RelationsPage['found']
}

/** One more link: first find whom by name, then say as what and since when. Plain forms. */
export function AddRelation({ panel, search, found }: Props) {
  return (
    <div className="card__b" id="ajouter">
      <h3>{m.people_relation_add()}</h3>
      <Form method="get" className="row row--wrap">
        <input type="hidden" name="ajouter" value={panel.key} />
        <label className="label grow" htmlFor={inputId('qui')}>
          {m.people_relation_search()}
        </label>
        <input className="input" type="search" id={inputId('qui')} name="qui" defaultValue={search} />
        <Button icon="search">{m.people_relation_search_go()}</Button>
      </Form>
      {found.length === 0 ? (
        <p className="muted">{m.people_relation_found_none()}</p>
      ) : (
        <Form method="post" className="mt">
          <input type="hidden" name="panel" value={panel.key} />
          <fieldset className="field">
            <legend className="label">{m.people_relation_choose()}</legend>
            {found.map(({ id, title }, at) => (
              <label className="check" key={id}>
                <input type="radio" name="other" value={id} id={at === 0 ? inputId('other') : undefined} />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
          {panel.kinds.length > 0 && (
            <div className="field">
              <label className="label" htmlFor={inputId('kind')}>
                {m.people_relation_kind()}
              </label>
              <select className="input" id={inputId('kind')} name="kind">
                {panel.kinds.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </div>
          )}
          <div className="field">
            <label className="label" htmlFor={inputId('startsOn')}>
              {m.people_relation_starts()}
            </label>
            <input className="input" type="date" id={inputId('startsOn')} name="startsOn" />
          </div>
          <Button look="primary" icon="plus">
            {m.people_relation_add()}
          </Button>
        </Form>
      )}
    </div>
  )
}
