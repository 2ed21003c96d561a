// SPDX-License-Identifier: MIT
import type { PendingMembership } from '@guichet/server'
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inLanguage } from '../../ui/language.ts'

interface Props {
  readonly pending: readonly (Omit<PendingMembership, 'expiresAt'> & { readonly until: string })[]
}

/** Roles that wait for a second administrator, with the buttons of whoever is one. */
export function PendingRoles({ pending }: Props) {
  if (pending.length === 0) return null
  return (
    <section className="card mt">
      <div className="card__h">
        <h2>{m.four_eyes_pending()}</h2>
      </div>
      {pending.map(({ id, role, organisation, askedBy, until, mayDecide }) => (
        <Form key={id} method="post" className="card__b">
          <input type="hidden" name="pending" value={id} />
          <p>
            <b>{inLanguage(role)}</b>, {organisation}
          </p>
          <p className="muted">{m.four_eyes_asked({ name: askedBy, date: until })}</p>
          {mayDecide ? (
            <div className="f-act">
              <Button look="primary" icon="check" name="_do" value="confirm">
                {m.four_eyes_confirm()}
              </Button>
              <Button look="danger" icon="circle-x" name="_do" value="refuse">
                {m.four_eyes_refuse()}
              </Button>
            </div>
          ) : (
            <p className="hint">{m.four_eyes_other()}</p>
          )}
        </Form>
      ))}
    </section>
  )
}
