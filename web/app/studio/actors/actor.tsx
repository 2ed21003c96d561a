// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/actor'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FieldEditor } from '../../ui/fields/FieldEditor.tsx'
import type { FormState } from '../../ui/fields/form-state.ts'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'

const idOf = (param: string) => (param === 'nouveau' ? undefined : param)

export async function loader({ params: { actor }, context }: Route.LoaderArgs) {
  const { directory, views } = services(context)
  const form = await directory.identityForm({ kind: 'organisation', id: idOf(actor) })
  const fields = Object.fromEntries(form.fields.map(({ key, field }) => [key, field]))
  const offers = await views.offersFor(form.collection, fields)
  return { form, offers }
}

export async function action({ params: { actor }, request, context }: Route.ActionArgs) {
  const values = await readPlainForm(request)
  try {
    await services(context).directory.saveIdentity({
      kind: 'organisation',
      id: idOf(actor),
      version: Number(values['_version']?.[0] ?? 0),
      form: values,
    })
  } catch (error) {
    const refusal = refusalOf(context, error)
    return data({ values, refusal }, { status: refusal.status })
  }
  return redirect('/studio/acteurs?fait=enregistre')
}

/** Also after a refusal: what somebody else wrote meanwhile is shown. */
export const shouldRevalidate = () => true

/** One of those to whom requests are given: the fields of the installed directory. */
export default function Actor({ loaderData: { form, offers }, actionData }: Route.ComponentProps) {
  const title = form.id === undefined ? m.studio_actors_add() : form.title
  const refusal = actionData?.refusal
  const state: FormState = {
    values: actionData?.values ?? form.values,
    problems: Object.fromEntries((refusal?.problems ?? []).map(({ path, text }) => [path, text])),
    files: {},
    offers,
    computed: {},
  }
  const label = (path: string) => form.fields.find(({ key }) => key === path.split('.', 1)[0])?.field.label
  return (
    <StudioPage title={title} wrong={refusal !== undefined}>
      <Crumbs crumbs={[{ label: m.studio_actors_title(), to: '/studio/acteurs' }, { label: title }]} />
      <ErrorSummary
        problems={(refusal?.problems ?? []).map(({ path, text }) => {
          const words = label(path)
          return { path, text, ...(words && { label: inLanguage(words) }) }
        })}
      />
      {refusal && refusal.problems.length === 0 && (
        <Notice tone="warn" title={refusal.title} announced>
          <p>{refusal.detail}</p>
        </Notice>
      )}
      <Form method="post" noValidate key={form.version}>
        <input type="hidden" name="_version" value={form.version} />
        <div className="card mt">
          <div className="card__b">
            {form.fields.map(({ key, field }) => (
              <FieldEditor key={key} field={field} name={key} form={state} />
            ))}
          </div>
        </div>
        <div className="f-act">
          <Button look="primary" icon="check">
            {form.id === undefined ? m.studio_actors_create() : m.studio_save()}
          </Button>
          <ButtonLink to="/studio/acteurs">{m.studio_cancel()}</ButtonLink>
        </div>
      </Form>
    </StudioPage>
  )
}
