// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/Button.tsx'
import { deviceWords, methodWords } from './words.ts'

interface Place {
  readonly id: string
  readonly device: string | null
  readonly network: string | null
  readonly used: string
}

interface Props {
  readonly sessions: readonly (Place & {
    readonly since: string
    readonly method: string | null
    readonly current: boolean
  })[]
  readonly devices: readonly (Place & { readonly until: string })[]
}

/** Where the account is open now, and the browsers that are asked no second factor. */
export function OpenPlaces({ sessions, devices }: Props) {
  return (
    <>
      <section className="card sec">
        <h2>{m.security_sessions()}</h2>
        <ul className="sec-list">
          {sessions.map((one) => (
            <li key={one.id}>
              <span className="sec-what">
                <b>{deviceWords(one.device)}</b>
                <span className="sm muted">
                  {m.security_session_since({ at: one.since, method: methodWords(one.method) })}
                </span>
                <span className="sm muted">
                  {one.current
                    ? m.security_session_current()
                    : m.security_session_used({ at: one.used, network: one.network ?? '' })}
                </span>
              </span>
              {!one.current && (
                <Form method="post">
                  <input type="hidden" name="id" value={one.id} />
                  <Button
                    name="do"
                    value="end-session"
                    aria-label={m.security_session_end_named({ device: deviceWords(one.device) })}
                  >
                    {m.security_session_end()}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <Form method="post" className="f-act">
            <Button name="do" value="end-others" icon="logout">
              {m.security_sessions_end()}
            </Button>
          </Form>
        )}
      </section>
      {devices.length > 0 && (
        <section className="card sec">
          <h2>{m.security_devices()}</h2>
          <p>{m.security_devices_help()}</p>
          <ul className="sec-list">
            {devices.map((one) => (
              <li key={one.id}>
                <span className="sec-what">
                  <b>{deviceWords(one.device)}</b>
                  <span className="sm muted">
                    {m.security_device_until({ at: one.used, until: one.until })}
                  </span>
                </span>
                <Form method="post">
                  <input type="hidden" name="id" value={one.id} />
                  <Button
                    name="do"
                    value="forget-device"
                    aria-label={m.security_device_forget_named({ device: deviceWords(one.device) })}
                  >
                    {m.security_device_forget()}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
