// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/security'
import { datesOf, localeOf } from '../../../context.ts'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { OpenPlaces } from './OpenPlaces.tsx'
import { proofPage, requireViewer } from './require-proof.server.ts'
import securityCss from './security.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context)
  const dates = datesOf(context)
  const locale = localeOf(context)
  const { factors, passkeys, sessions, devices, withheld, ...known } =
    await services(context).security.securityOverview()
  const done = new URL(request.url).searchParams.get('fait')
  return {
    ...known,
    done: done === 'mot-de-passe' ? m.security_password_done() : undefined,
    withheld: withheld.map((title) => title[locale]),
    appSince: factors.codeAppSince && dates.day(factors.codeAppSince),
    codesLeft: factors.recoveryCodesLeft,
    passkeys: passkeys.map((one) => ({
      id: one.id,
      name: one.name,
      since: dates.day(one.createdAt),
      used: one.lastUsedAt && dates.moment(one.lastUsedAt).text,
    })),
    sessions: sessions.map((one) => ({
      ...one,
      since: dates.moment(one.createdAt).text,
      used: dates.moment(one.lastUsedAt ?? one.createdAt).text,
    })),
    devices: devices.map((one) => ({
      id: one.id,
      device: one.device,
      network: one.network,
      used: dates.moment(one.lastUsedAt).text,
      until: dates.day(one.expiresAt),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const { security } = services(context)
  const id = form.id?.[0] ?? ''
  switch (form.do?.[0]) {
    case 'remove-app':
      if (refusedForProof(await security.removeCodeApp())) return proofPage(request)
      break
    case 'remove-passkey':
      if (refusedForProof(await security.removePasskey(id))) return proofPage(request)
      break
    case 'end-session':
      await security.endOwnSession(id)
      break
    case 'end-others':
      await security.endOtherSessions()
      break
    case 'forget-device':
      await security.forgetDevices(id)
      break
    default:
  }
  return redirect('/compte/securite')
}

const refusedForProof = (answer: { ok: boolean; refusal?: string }) => answer.refusal === 'proof-wanted'

/** What opens the account, where it is open, and the way to each change. */
export default function Security({ loaderData }: Route.ComponentProps) {
  const { hasPassword, appSince, codesLeft, passkeys, withheld, done } = loaderData
  const protectedTwice = appSince !== null || passkeys.length > 0
  return (
    <AccountPage title={m.security_title()} lead={m.security_lead()}>
      {(done !== undefined || withheld.length > 0) && (
        <div className="narrow">
          {done !== undefined && <Notice tone="ok" title={done} announced />}
          {withheld.length > 0 && (
            <Notice tone="warn" title={m.security_wanted_title()}>
              <p>
                {protectedTwice
                  ? m.security_wanted_prove({ roles: withheld.join(', ') })
                  : m.security_wanted({ roles: withheld.join(', ') })}
              </p>
              {protectedTwice && (
                <ButtonLink to="/compte/verification?retour=/connexion/suite" look="primary">
                  {m.security_proof_send()}
                </ButtonLink>
              )}
            </Notice>
          )}
        </div>
      )}

      <section className="card sec">
        <h2>{m.account_password()}</h2>
        <p>{hasPassword ? m.security_password_set() : m.security_password_none()}</p>
        <p className="f-act">
          <ButtonLink to="/compte/securite/mot-de-passe">
            {hasPassword ? m.security_password_change() : m.security_password_choose()}
          </ButtonLink>
        </p>
      </section>

      <section className="card sec">
        <h2>{m.security_two_title()}</h2>
        <p>{protectedTwice ? m.security_two_on() : m.security_two_off()}</p>
        <ul className="sec-list">
          <li>
            <span className="sec-what">
              <b>{m.security_app()}</b>
              <span className="sm muted">
                {appSince === null ? m.security_app_none() : m.security_app_since({ date: appSince })}
              </span>
            </span>
            {appSince === null ? (
              <ButtonLink to="/compte/securite/application">{m.security_app_add()}</ButtonLink>
            ) : (
              <Form method="post">
                <Button name="do" value="remove-app">
                  {m.security_app_remove()}
                </Button>
              </Form>
            )}
          </li>
          {passkeys.map((one) => (
            <li key={one.id}>
              <span className="sec-what">
                <b>{m.security_passkey_named({ name: one.name })}</b>
                <span className="sm muted">
                  {one.used === null
                    ? m.security_passkey_since({ date: one.since })
                    : m.security_passkey_used({ date: one.since, at: one.used })}
                </span>
              </span>
              <Form method="post">
                <input type="hidden" name="id" value={one.id} />
                <Button
                  name="do"
                  value="remove-passkey"
                  aria-label={m.security_remove_named({ name: one.name })}
                >
                  {m.security_remove()}
                </Button>
              </Form>
            </li>
          ))}
          <li>
            <span className="sec-what">
              <b>{m.security_passkeys()}</b>
              <span className="sm muted">{m.security_passkeys_help()}</span>
            </span>
            <ButtonLink to="/compte/securite/cle-acces">{m.security_passkey_add()}</ButtonLink>
          </li>
          {protectedTwice && (
            <li>
              <span className="sec-what">
                <b>{m.security_codes_title()}</b>
                <span className="sm muted">{m.security_codes_left({ count: codesLeft })}</span>
              </span>
              <ButtonLink to="/compte/securite/codes">{m.security_codes_renew()}</ButtonLink>
            </li>
          )}
        </ul>
      </section>

      <OpenPlaces sessions={loaderData.sessions} devices={loaderData.devices} />

      <ul className="links">
        <li>
          <Link to="/compte/securite/journal">{m.security_log_title()}</Link>
        </li>
        <li>
          <Link to="/compte/cles">{m.security_keys_title()}</Link>
        </li>
        <li>
          <Link to="/compte">{m.account_title()}</Link>
        </li>
      </ul>
    </AccountPage>
  )
}
