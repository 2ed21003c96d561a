// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/look'
import { localeOf } from '../../context.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import { bytesOf } from './bytes-of.server.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { body } = await services(context).settings.showBody()
  return {
    colour: body.brandColour,
    logo: body.logo,
    name: body.name,
    saved: new URL(request.url).searchParams.has('enregistre'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { settings } = services(context)
  const locale = localeOf(context)
  const files: Uint8Array[] = []
  const { values } = await readForm(request, async ({ stream }) => {
    files.push(await bytesOf(stream))
    return { ok: true, attachment: { id: '' } }
  })
  switch (values['_do']?.[0]) {
    case 'logo': {
      const outcome = await settings.changeLogo(files[0] ?? new Uint8Array())
      if (!outcome.ok)
        return data({ logo: outcome.text[locale], colour: undefined, typed: undefined }, { status: 422 })
      break
    }
    case 'no-logo':
      await settings.removeLogo()
      break
    default: {
      const typed = values.brandColour?.[0]?.trim().toLowerCase() ?? ''
      const outcome = await settings.changeBody({ brandColour: typed })
      if (!outcome.ok) {
        const colour = outcome.problems[0]?.text[locale]
        return data({ logo: undefined, colour, typed }, { status: 422 })
      }
    }
  }
  return redirect('/studio/reglages/apparence?enregistre')
}

/** The logo and the colour of the body, with what becomes of the colour. */
export default function Look({ loaderData, actionData }: Route.ComponentProps) {
  const { colour, logo, name, saved } = loaderData
  return (
    <StudioPage title={m.studio_look_title()} lead={m.studio_look_lead()} wrong={actionData !== undefined}>
      {saved && !actionData && <Notice tone="ok" title={m.studio_look_saved()} announced />}
      <section className="card mt">
        <div className="card__h">
          <h2>{m.studio_look_colour()}</h2>
        </div>
        <Form method="post" reloadDocument noValidate className="card__b">
          <ColourChoice colour={actionData?.typed ?? colour} problem={actionData?.colour} name={name} />
          <Button look="primary" icon="check">
            {m.studio_look_colour_save()}
          </Button>
        </Form>
      </section>
      <section className="card mt">
        <div className="card__h">
          <h2>{m.studio_look_logo()}</h2>
        </div>
        <div className="card__b">
          <p className="hint" id={`${inputId('logo')}-hint`}>
            {m.studio_look_logo_hint()}
          </p>
          <div className="logo">
            {logo ? (
              <img src={`/logo/${logo.sha256}`} alt={m.studio_look_logo_alt({ name })} />
            ) : (
              <p className="muted">{m.studio_look_no_logo()}</p>
            )}
          </div>
          <Form method="post" encType="multipart/form-data" reloadDocument noValidate>
            <input type="hidden" name="_do" value="logo" />
            <div className={actionData?.logo ? 'field field--err' : 'field'}>
              <label className="label" htmlFor={inputId('logo')}>
                {m.studio_look_logo_file()}
              </label>
              <Problem name="logo" text={actionData?.logo} />
              <input
                className="input"
                id={inputId('logo')}
                name="logo"
                type="file"
                accept="image/png,image/jpeg,image/webp,image/svg+xml"
                aria-describedby={`${inputId('logo')}-hint${actionData?.logo ? ` ${inputId('logo')}-problem` : ''}`}
              />
            </div>
            <Button icon="upload">{m.studio_look_logo_send()}</Button>
          </Form>
          {logo && (
            <Form method="post" encType="multipart/form-data" reloadDocument className="mt">
              <input type="hidden" name="_do" value="no-logo" />
              <Button look="quiet" icon="x">
                {m.studio_look_logo_remove()}
              </Button>
            </Form>
          )}
        </div>
      </section>
    </StudioPage>
  )
}
