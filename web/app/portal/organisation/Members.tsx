// SPDX-License-Identifier: MIT
import { Form, Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { ShownOrganisation } from './load-organisation.server.ts'

type Shown = NonNullable<ShownOrganisation['members']>

interface Props {
  readonly own: ShownOrganisation
  readonly members: Shown
  readonly typed: Readonly<{ name?: string; email?: string; role?: string }>
}

/** Those whom the head of an organisation declared, and the form that declares one more. */
export function Members({ own, members: { rows, next }, typed }: Props) {
  return (
    <>
      <section className="card reqs mt">
        <div className="card__h">
          <h2>{m.people_org_members()}</h2>
        </div>
        <p className="card__b muted">
          {rows.length === 0 ? m.people_org_members_none() : m.people_org_members_lead()}
        </p>
        <ul>
          {rows.map((member) => (
            <MemberRow key={member.membershipId} member={member} organisation={own.id} />
          ))}
        </ul>
        {next !== null && (
          <p className="card__b">
            <Link to={`/mon-organisme?organisme=${own.id}&apres=${encodeURIComponent(next)}`}>
              {m.people_org_more()}
            </Link>
          </p>
        )}
        {rows.length > 0 && <p className="card__b hint">{m.people_org_withdraw_hint()}</p>}
      </section>
      <section className="card mt">
        <div className="card__h">
          <h2>{m.people_org_add()}</h2>
        </div>
        <Form method="post" className="card__b" noValidate>
          <input type="hidden" name="organisme" value={own.id} />
          <Field name="name" label={m.people_org_name()} typed={typed.name} />
          <Field name="email" type="email" label={m.people_org_email()} typed={typed.email} />
          <div className="field">
            <label className="label" htmlFor={inputId('role')}>
              {m.people_org_role()}
            </label>
            <select className="input" id={inputId('role')} name="role" defaultValue={typed.role}>
              {own.manages.map(({ role, title }) => (
                <option key={role} value={role}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <div className="f-act">
            <Button look="primary" icon="mail-forward">
              {m.people_org_add_send()}
            </Button>
          </div>
        </Form>
      </section>
    </>
  )
}

function MemberRow({ member, organisation }: { member: Shown['rows'][number]; organisation: string }) {
  const { membershipId, name, email, roleTitle, account, access, until } = member
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="meta">
          <span>{roleTitle}</span>
          {email !== null && <span>{email}</span>}
          {until !== undefined && <span>{m.people_org_invited_until({ day: until })}</span>}
        </p>
        <StateBadge state={access} />
      </div>
      <Form method="post" className="row row--wrap">
        <input type="hidden" name="organisme" value={organisation} />
        <input type="hidden" name="membership" value={membershipId} />
        {(account === 'invited' || account === 'lapsed') && (
          <Button size="sm" icon="mail-forward" name="_do" value="again">
            {m.people_org_again()}
            <span className="vh"> {m.people_org_of({ name })}</span>
          </Button>
        )}
        <Button look="danger" size="sm" icon="lock" name="_do" value="withdraw">
          {m.people_org_withdraw()}
          <span className="vh"> {m.people_org_withdraw_of({ name })}</span>
        </Button>
      </Form>
    </li>
  )
}

function Field({
  name,
  label,
  typed,
  type = 'text',
}: {
  name: string
  label: string
  typed: string | undefined
  type?: string
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={inputId(name)}>
        {label}
      </label>
      <input
        className="input"
        id={inputId(name)}
        name={name}
        type={type}
        autoComplete="off"
        defaultValue={typed}
      />
    </div>
  )
}
