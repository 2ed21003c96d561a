// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/body'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StudioField, StudioSelect, StudioText } from '../StudioField.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { type BodyTyped, bodyFrom, problemsByInput, typedFrom } from './body-form.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { body } = await services(context).settings.showBody()
  return {
    typed: typedFrom(body),
    zones: Intl.supportedValuesOf('timeZone'),
    saved: new URL(request.url).searchParams.has('enregistre'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const outcome = await services(context).settings.changeBody(bodyFrom(form))
  if (outcome.ok) return redirect('/studio/reglages?enregistre')
  const locale = localeOf(context)
  const problems = outcome.problems.map(({ path, text }) => ({ path, text: text[locale] }))
  const typed = Object.fromEntries(
    Object.entries(form).map(([name, values]) => [name, values.join('\n')]),
  ) as unknown as BodyTyped
  return data(
    { typed: { ...typed, languages: form.languages ?? [], fourEyes: form.fourEyes !== undefined }, problems },
    { status: 422 },
  )
}

/** What the body says of itself, on its portal and in its mails. */
export default function Body({ loaderData, actionData }: Route.ComponentProps) {
  const typed = actionData?.typed ?? loaderData.typed
  const problems = problemsByInput(actionData?.problems ?? [])
  return (
    <StudioPage title={m.studio_body_title()} lead={m.studio_body_lead()} wrong={actionData !== undefined}>
      {loaderData.saved && !actionData && <Notice tone="ok" title={m.studio_body_saved()} announced />}
      <ErrorSummary problems={Object.entries(problems).map(([path, text]) => ({ path, text }))} />
      {/* A new document: the frame around the page shows what has changed. */}
      <Form method="post" reloadDocument noValidate>
        <section className="card mt">
          <div className="card__h">
            <h2>{m.studio_body_identity()}</h2>
          </div>
          <div className="card__b">
            <StudioField
              label={m.studio_body_name()}
              name="name"
              hint={m.studio_body_name_hint()}
              defaultValue={typed.name}
              problem={problems.name}
              autoComplete="organization"
            />
            <div className="pair">
              <StudioField
                label={m.studio_body_tagline_fr()}
                name="taglineFr"
                lang="fr"
                optional
                defaultValue={typed.taglineFr}
                problem={problems.taglineFr}
              />
              <StudioField
                label={m.studio_body_tagline_en()}
                name="taglineEn"
                lang="en"
                optional
                defaultValue={typed.taglineEn}
                problem={problems.taglineEn}
              />
            </div>
          </div>
        </section>
        <section className="card mt">
          <div className="card__h">
            <h2>{m.studio_body_contact()}</h2>
          </div>
          <div className="card__b">
            <div className="pair">
              <StudioField
                label={m.studio_body_email()}
                name="email"
                type="email"
                hint={m.studio_body_email_hint()}
                defaultValue={typed.email}
                problem={problems.email}
              />
              <StudioField
                label={m.studio_body_phone()}
                name="phone"
                type="tel"
                optional
                defaultValue={typed.phone}
                problem={problems.phone}
              />
            </div>
            <StudioText
              label={m.studio_body_address()}
              name="address"
              hint={m.studio_body_lines_hint()}
              rows={3}
              optional
              defaultValue={typed.address}
              problem={problems.address}
            />
            <div className="pair">
              <StudioText
                label={m.studio_body_hours_fr()}
                name="hoursFr"
                lang="fr"
                hint={m.studio_body_hours_hint()}
                rows={4}
                optional
                defaultValue={typed.hoursFr}
                problem={problems.hoursFr}
              />
              <StudioText
                label={m.studio_body_hours_en()}
                name="hoursEn"
                lang="en"
                hint={m.studio_body_lines_hint()}
                rows={4}
                optional
                defaultValue={typed.hoursEn}
                problem={problems.hoursEn}
              />
            </div>
          </div>
        </section>
        <section className="card mt">
          <div className="card__h">
            <h2>{m.studio_body_place()}</h2>
          </div>
          <div className="card__b">
            <StudioSelect
              label={m.studio_body_zone()}
              name="timeZone"
              hint={m.studio_body_zone_hint()}
              defaultValue={typed.timeZone}
              problem={problems.timeZone}
            >
              {[...new Set([typed.timeZone, ...loaderData.zones])].map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </StudioSelect>
            <fieldset className={problems.languages ? 'field field--err' : 'field'}>
              <legend className="label">{m.studio_body_languages()}</legend>
              <p className="hint">{m.studio_body_languages_hint()}</p>
              {(['fr', 'en'] as const).map((locale, at) => (
                <label key={locale} className="check">
                  <input
                    id={at === 0 ? 'f-languages' : undefined}
                    type="checkbox"
                    name="languages"
                    value={locale}
                    defaultChecked={typed.languages.includes(locale)}
                  />
                  <span>{locale === 'fr' ? 'Français' : 'English'}</span>
                </label>
              ))}
            </fieldset>
          </div>
        </section>
        <section className="card mt">
          <div className="card__h">
            <h2>{m.four_eyes_title()}</h2>
          </div>
          <div className="card__b">
            <label className="check">
              <input type="checkbox" name="fourEyes" value="oui" defaultChecked={typed.fourEyes} />
              <span>{m.four_eyes_choice()}</span>
            </label>
            <p className="hint">{m.four_eyes_hint()}</p>
          </div>
        </section>
        <div className="f-act">
          <Button look="primary" icon="check">
            {m.studio_save()}
          </Button>
        </div>
      </Form>
    </StudioPage>
  )
}
