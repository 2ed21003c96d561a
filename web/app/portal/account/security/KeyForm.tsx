// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/Button.tsx'
import { AccountField } from '../AccountField.tsx'

/** What the server offers: `keyLifetimesDays` of the accounts. */
const lifetimes = [30, 90, 365]

/** What a new key is for, what it may do, and until when. */
export function KeyForm() {
  return (
    <Form method="post" className="card sign">
      <h2>{m.security_key_new()}</h2>
      <AccountField
        label={m.security_key_name()}
        name="name"
        hint={m.security_key_name_hint()}
        autoComplete="off"
        maxLength={80}
      />
      <fieldset className="field">
        <legend className="label">{m.security_key_scope()}</legend>
        <label className="check">
          <input type="radio" name="scopes" value="read" defaultChecked />
          {m.security_key_reads()}
        </label>
        <label className="check">
          <input type="radio" name="scopes" value="write" />
          {m.security_key_writes()}
        </label>
      </fieldset>
      <fieldset className="field">
        <legend className="label">{m.security_key_days()}</legend>
        {lifetimes.map((days, at) => (
          <label className="check" key={days}>
            <input type="radio" name="days" value={days} defaultChecked={at === 1} />
            {m.security_days({ count: days })}
          </label>
        ))}
      </fieldset>
      <Button look="primary" size="lg" icon="key">
        {m.security_key_make()}
      </Button>
    </Form>
  )
}
