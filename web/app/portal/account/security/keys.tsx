// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/keys'
import { datesOf } from '../../../context.ts'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button, ButtonLink } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { refusalWords } from '../refusals.ts'
import { KeyForm } from './KeyForm.tsx'
import { proofPage, requireViewer } from './require-proof.server.ts'
import securityCss from './security.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context)
  const { security } = services(context)
  const [keys, fresh] = await Promise.all([security.listOwnKeys(), security.hasFreshProof()])
  const dates = datesOf(context)
  const day = (at: Date | null) => at && dates.day(at)
  return {
    fresh,
    keys: keys.map((key) => ({
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      writes: key.scopes.includes('write'),
      made: dates.day(key.createdAt),
      expires: day(key.expiresAt),
      used: key.lastUsedAt && dates.moment(key.lastUsedAt).text,
      revoked: day(key.revokedAt),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const { security } = services(context)
  if (form.revoke?.[0]) {
    await security.revokeOwnKey(form.revoke[0])
    return redirect('/compte/cles')
  }
  const asked = { name: form.name?.[0] ?? '', scopes: form.scopes ?? [], days: Number(form.days?.[0]) }
  const answer = await security.makeOwnKey({
    ...asked,
    scopes: asked.scopes.flatMap((one) => (one === 'write' ? ['read', 'write'] : [one])),
  })
  if (answer.ok) return { key: answer.key, refused: undefined }
  if (answer.refusal === 'proof-wanted') return proofPage(request)
  return data({ key: undefined, refused: refusalWords(answer) }, { status: 422 })
}

/** Keys with which programs act under the rights of the account. */
export default function Keys({ loaderData: { keys, fresh }, actionData }: Route.ComponentProps) {
  const key = actionData?.key
  return (
    <AccountPage title={m.security_keys_title()} lead={m.security_keys_lead()} refused={actionData?.refused}>
      {key !== undefined && (
        <section className="card sec">
          <Notice tone="ok" title={m.security_key_made()} announced>
            <p>{m.security_key_once()}</p>
          </Notice>
          <p>
            <code className="key-shown">{key}</code>
          </p>
        </section>
      )}
      {keys.length > 0 && (
        <section className="card sec">
          <h2>{m.security_keys_own()}</h2>
          <ul className="sec-list">
            {keys.map((one) => (
              <li key={one.id}>
                <span className="sec-what">
                  <b>{one.name}</b> <code>{one.prefix}…</code>
                  <span className="sm muted">
                    {one.writes ? m.security_key_writes() : m.security_key_reads()} ·{' '}
                    {one.expires === null
                      ? m.security_key_since({ date: one.made })
                      : m.security_key_until({ date: one.made, until: one.expires })}
                  </span>
                  <span className="sm muted">
                    {one.revoked !== null
                      ? m.security_key_revoked({ date: one.revoked })
                      : one.used === null
                        ? m.security_key_unused()
                        : m.security_key_used({ at: one.used })}
                  </span>
                </span>
                {one.revoked === null && (
                  <Form method="post">
                    <Button
                      name="revoke"
                      value={one.id}
                      aria-label={m.security_key_revoke_named({ name: one.name })}
                    >
                      {m.security_key_revoke()}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {fresh ? (
        <KeyForm />
      ) : (
        <p className="f-act">
          <ButtonLink to="/compte/verification?retour=/compte/cles" look="primary" size="lg" icon="key">
            {m.security_key_make()}
          </ButtonLink>
        </p>
      )}
      <p>
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
