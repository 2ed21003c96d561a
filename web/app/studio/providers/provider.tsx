// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/provider'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { Part, TextOf, YesOf } from './FormParts.tsx'
import { PeopleFields } from './PeopleFields.tsx'
import { OidcFields, SamlFields } from './ProtocolFields.tsx'
import providersCss from './providers.css?url'
import { ProviderAddresses } from './ProviderAddresses.tsx'
import { settingsFrom, type Typed, typedFrom, typedOnce } from './provider-form.ts'
import { RoleRules } from './RoleRules.tsx'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: providersCss }]

export async function loader({ params: { provider }, request, context }: Route.LoaderArgs) {
  const viewed = await services(context).identityProviders.viewProvider(provider)
  return { viewed, saved: new URL(request.url).searchParams.has('enregistre') }
}

type Answer = {
  readonly typed: Typed
  readonly problems: readonly { readonly path: string; readonly text: string }[]
  readonly found?: string
}

export async function action({ params: { provider: key }, request, context }: Route.ActionArgs) {
  const { identityProviders } = services(context)
  const form = await readPlainForm(request)
  const locale = localeOf(context)
  const typed: Typed = { ...typedOnce(form), certificates: form.certificates?.[0] ?? '' }
  const { settings: before } = await identityProviders.viewProvider(key)
  const act = form['_do']?.[0]
  if (act === 'try') {
    const tried = await identityProviders.tryIssuer(typed['issuer'] ?? '')
    const found = tried.ok ? m.studio_provider_tried({ algorithms: tried.algorithms.join(', ') }) : undefined
    const problems = tried.ok ? [] : [{ path: 'issuer', text: m.studio_provider_not_reached() }]
    return data<Answer>(
      { typed, problems, ...(found !== undefined && { found }) },
      { status: tried.ok ? 200 : 422 },
    )
  }
  if (act === 'metadata') {
    const xml = typed['metadata']?.trim() ?? ''
    const given = xml === '' ? { url: typed['metadataUrl']?.trim() ?? '' } : { xml }
    const outcome = await identityProviders.readMetadata(given)
    if (!outcome.ok) {
      const { path, text } = outcome.problem
      return data<Answer>({ typed, problems: [{ path, text: text[locale] }] }, { status: 422 })
    }
    const { read } = outcome
    const filled = {
      ...typed,
      entityId: read.entityId,
      signOnUrl: read.signOnUrl,
      logoutUrl: read.logoutUrl ?? '',
      certificates: read.certificates.join('\n\n'),
    }
    return data<Answer>({ typed: filled, problems: [], found: m.studio_provider_metadata_found() })
  }
  const saved = await identityProviders.saveProvider(key, {
    version: Number(typed['version']),
    settings: settingsFrom(before, form),
    secret: typed['secret'] ?? '',
    enabled: (typed['enabled'] ?? '') !== '',
  })
  if (saved.ok) return redirect(`/studio/connexion/${key}?enregistre`)
  const problems = saved.problems.map(({ path, text }) => ({ path, text: text[locale] }))
  return data<Answer>({ typed, problems }, { status: 422 })
}

/** One provider: what both sides must know, who signs in by it, and what it gives. */
export default function ProviderPage({ loaderData: { viewed, saved }, actionData }: Route.ComponentProps) {
  const { settings, choices, toCheck, enabled, hasSecret, version } = viewed
  const typed = actionData?.typed ?? { ...typedFrom(settings), enabled: enabled ? 'oui' : '' }
  const list = actionData?.problems ?? []
  const at = { typed, problems: Object.fromEntries(list.map(({ path, text }) => [path, text])) }
  const title = inLanguage(settings.title)
  return (
    <StudioPage title={title} wrong={list.length > 0}>
      <Crumbs crumbs={[{ label: m.studio_providers_title(), to: '/studio/connexion' }, { label: title }]} />
      {saved && !actionData && <Notice tone="ok" title={m.studio_provider_saved()} announced />}
      {actionData?.found !== undefined && <Notice tone="ok" title={actionData.found} announced />}
      <ErrorSummary problems={list} />
      {toCheck && (
        <Notice tone="warn" title={m.studio_provider_to_check()}>
          <p>{inLanguage(toCheck)}</p>
        </Notice>
      )}
      <ProviderAddresses provider={viewed} />
      <Form method="post" noValidate reloadDocument className="provider">
        <input type="hidden" name="version" value={version} />
        {settings.kind === 'oidc' ? <OidcFields {...at} hasSecret={hasSecret} /> : <SamlFields {...at} />}
        <Part title={m.studio_provider_shown()}>
          <div className="pair">
            <TextOf name="title.fr" label={m.studio_provider_title_fr()} lang="fr" {...at} />
            <TextOf name="title.en" label={m.studio_provider_title_en()} lang="en" {...at} />
          </div>
          <div className="pair">
            <TextOf name="button.fr" label={m.studio_provider_button_fr()} lang="fr" {...at} />
            <TextOf name="button.en" label={m.studio_provider_button_en()} lang="en" {...at} />
          </div>
        </Part>
        <PeopleFields {...at} choices={choices} />
        <Part title={m.studio_provider_levels()}>
          <TextOf
            name="acceptedAcr"
            label={m.studio_provider_accepted()}
            hint={m.studio_provider_accepted_hint()}
            optional
            {...at}
          />
          <div className="pair">
            <TextOf name="strong.acr" label={m.studio_provider_strong_acr()} optional {...at} />
            <TextOf name="strong.amr" label={m.studio_provider_strong_amr()} optional {...at} />
          </div>
          <p className="hint">{m.studio_provider_strong_hint()}</p>
          <TextOf name="clockToleranceSeconds" label={m.studio_provider_clock()} type="number" {...at} />
        </Part>
        <RoleRules {...at} choices={choices} />
        <div className="f-act">
          <YesOf name="enabled" label={m.studio_provider_enabled()} typed={typed} />
          <Button look="primary" icon="check">
            {m.studio_save()}
          </Button>
        </div>
      </Form>
    </StudioPage>
  )
}
