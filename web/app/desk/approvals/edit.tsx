// SPDX-License-Identifier: MIT
import { type FormValues, fieldProblemText, readFields, sameValue } from '@guichet/engine'
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/edit'
import { localeOf } from '../../context.ts'
import { uploadedFiles } from '../../forms/file-items.ts'
import { afterButton } from '../../forms/group-buttons.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FieldEditor } from '../../ui/fields/FieldEditor.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  const { views, documents } = services(context)
  const [form, files] = await Promise.all([views.editForm(id), documents.listEntryFiles(id)])
  return { form, files }
}

type Typed = { readonly values: FormValues; readonly refusal?: Refusal }

/** Only what was changed is sent on: the rest is not this edit's business, right or wrong. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const { views, documents, entries } = services(context)
  const { values, refusedFiles } = await readForm(request, ({ path, name, stream }) =>
    documents.depositFile(stream, { entryId: id, field: path.split('.', 1)[0] ?? path, name }),
  )
  const pressed = afterButton(values)
  if (pressed) return data<Typed>({ values: pressed })
  if (refusedFiles.length > 0) {
    const problems = refusedFiles.map(({ path, name, problem }) => ({
      path,
      text: m.portal_form_file_problem({ name, problem: fieldProblemText(problem, localeOf(context)) }),
    }))
    const refusal = { code: 'invalid-input', status: 422, title: '', detail: '', problems }
    return data<Typed>({ values, refusal }, { status: 422 })
  }
  try {
    const form = await views.editForm(id)
    const fields = Object.fromEntries(form.questions.map(({ key, field }) => [key, field]))
    const [typed, known] = [readFields(fields, values), readFields(fields, form.values)]
    const changed = Object.fromEntries(
      Object.entries(typed).filter(([key, value]) => !sameValue(value, known[key])),
    )
    const version = Number(values['_version']?.[0] ?? 0)
    const { proposed } = await entries.changeEntry({ id, version, values: changed })
    return redirect(`/bureau/fiches/${id}?fait=${proposed.length > 0 ? 'propose' : 'modifie'}`)
  } catch (error) {
    const refusal = refusalOf(context, error)
    return data<Typed>({ values, refusal }, { status: refusal.status })
  }
}

export const shouldRevalidate = () => true

/** The fields that the reader edits; those whose edit waits for an approval say so. */
export default function EditEntry({ loaderData, actionData, params: { id } }: Route.ComponentProps) {
  const { form, files } = loaderData
  const { entry, questions } = form
  const problems = actionData?.refusal?.problems ?? []
  const state = {
    values: actionData?.values ?? form.values,
    problems: Object.fromEntries(problems.toReversed().map(({ path, text }) => [path, text])),
    files: uploadedFiles(files, '/fichiers'),
    offers: form.offers,
    computed: {},
  }
  const back = `/bureau/fiches/${id}`
  const circuits = new Set(questions.map(({ approval }) => approval))
  // Said once when it is true of every field.
  const [whole = null] = circuits.size === 1 ? circuits : []
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle
        title={`${m.edit_title()} – ${entry.number ?? entry.title}`}
        wrong={actionData?.refusal !== undefined}
      />
      <Crumbs
        crumbs={[
          { label: m.desk_nav_requests(), to: '/bureau' },
          { label: entry.number ?? entry.title, to: back },
          { label: m.edit_title() },
        ]}
      />
      <h1>{m.edit_title()}</h1>
      <div className="card mt">
        {questions.length === 0 ? (
          <EmptyState icon="pencil" title={m.edit_nothing()} />
        ) : (
          <Form
            method="post"
            encType="multipart/form-data"
            noValidate
            className="card__b"
            key={entry.version}
          >
            {/* The key Enter presses the first button of a form: this one, never « Retirer ». */}
            <button className="vh" tabIndex={-1} aria-hidden="true">
              {m.edit_save()}
            </button>
            <ErrorSummary
              problems={problems.map(({ path, text }) => {
                const question = questions.find(({ key }) => key === path.split('.', 1)[0])
                return { path, text, ...(question && { label: inLanguage(question.field.label) }) }
              })}
            />
            {actionData?.refusal && problems.length === 0 && (
              <Notice tone="warn" title={actionData.refusal.title} announced>
                <p>{actionData.refusal.detail}</p>
              </Notice>
            )}
            {whole !== null && <Notice tone="info" title={m.edit_waits_all({ circuit: whole })} />}
            <input type="hidden" name="_version" value={entry.version} />
            {questions.map(({ key, field, approval }) => (
              <div key={key}>
                <FieldEditor field={field} name={key} form={state} />
                {approval !== null && whole === null && (
                  <p className="hint">{m.edit_waits({ circuit: approval })}</p>
                )}
              </div>
            ))}
            <div className="f-act">
              <Button look="primary" size="lg" icon="check">
                {m.edit_save()}
              </Button>
              <ButtonLink to={back} size="lg">
                {m.ui_transition_cancel()}
              </ButtonLink>
            </div>
          </Form>
        )}
      </div>
    </main>
  )
}
