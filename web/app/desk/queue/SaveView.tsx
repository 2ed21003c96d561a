// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Popover } from './Popover.tsx'

interface Props {
  /** Roles for which the reader may keep it. */
  readonly roles: readonly { readonly key: string; readonly title: string }[]
  readonly problem: string | undefined
  /** The address being read: what is kept. */
  readonly address: string
}

/** Keeps the view as it is read, under a name. */
export function SaveView({ roles, problem, address }: Props) {
  return (
    <Popover
      label={
        <>
          <Icon name="plus" />
          <span>{m.saved_add()}</span>
        </>
      }
      className="side__a side__add"
    >
      <Form method="post" className="pop__b" action={address}>
        <input type="hidden" name="acte" value="enregistrer" />
        <div className={problem ? 'field field--err' : 'field'}>
          <label className="label" htmlFor="titre">
            {m.saved_title()}
          </label>
          <Problem name="titre" text={problem} />
          <input className="input" id="titre" name="titre" maxLength={60} required />
        </div>
        {roles.length > 0 && (
          <div className="field">
            <label className="label" htmlFor="pour">
              {m.saved_for()}
            </label>
            <select className="input" id="pour" name="pour" defaultValue="">
              <option value="">{m.saved_for_me()}</option>
              {roles.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        )}
        <Button look="primary">{m.saved_save()}</Button>
      </Form>
    </Popover>
  )
}

/** Renames or deletes the kept view being read. */
export function ManageView({ view, address }: { view: { id: string; title: string }; address: string }) {
  return (
    <Popover label={<Icon name="dots" />} name={m.saved_manage()} className="btn btn--sm btn--icon">
      <Form method="post" className="pop__b" action={address}>
        <input type="hidden" name="vue" value={view.id} />
        <div className="field">
          <label className="label" htmlFor="nouveau-titre">
            {m.saved_title()}
          </label>
          <input
            className="input"
            id="nouveau-titre"
            name="titre"
            maxLength={60}
            defaultValue={view.title}
            required
          />
        </div>
        <div className="row row--wrap">
          <Button look="primary" name="acte" value="renommer">
            {m.saved_rename()}
          </Button>
          <Button look="danger" icon="trash" name="acte" value="supprimer" formNoValidate>
            {m.saved_delete()}
          </Button>
        </div>
      </Form>
    </Popover>
  )
}
