// SPDX-License-Identifier: MIT
import type { PageView, ProblemView } from '@guichet/server'
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/page'
import { datesOf } from '../../context.ts'
import { uploadedFiles } from '../../forms/file-items.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FieldEditor } from '../../ui/fields/FieldEditor.tsx'
import type { FormState } from '../../ui/fields/form-state.ts'
import { Help, Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { checkAddress, pageAddress } from '../draft-tiles.ts'
import { FilingFrame, SavedAt } from './FilingFrame.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const page = await services(context).filing.draftPage(params.draft, params.page)
  return { page, savedAt: datesOf(context).time(page.draft.savedAt), toCheck: comesFromCheck(request) }
}

/**
 * Keeps what was typed, whatever it is worth, then goes on. A button that adds or removes a line comes back to the
 * same page; so does a page where something is to be put right.
 */
export async function action({ params, request, context }: Route.ActionArgs) {
  const { filing } = services(context)
  const { values, refusedFiles } = await readForm(request, ({ path, name, stream }) =>
    filing.uploadToDraft(stream, { draftId: params.draft, path, name }),
  )
  const toCheck = comesFromCheck(request)
  const saved = await filing.savePage({
    draftId: params.draft,
    page: params.page,
    form: values,
    refusedFiles,
    toCheck,
  })
  if (saved.ok)
    return redirect(saved.next === null ? checkAddress(params.draft) : pageAddress(params.draft, saved.next))
  const { problems, appeared } = saved
  return data({ problems, appeared }, { status: problems.length > 0 ? 422 : 200 })
}

const comesFromCheck = (request: Request): boolean =>
  new URL(request.url).searchParams.get('retour') === 'verifier'

export default function FilingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, savedAt, toCheck } = loaderData
  const problems = actionData?.problems ?? page.problems
  const form = formState(page, problems)
  return (
    <FilingFrame draft={page.draft} current={page.key}>
      <PageTitle title={`${page.title} – ${page.draft.procedure.title}`} wrong={problems.length > 0} />
      <div className="two form-grid">
        <Form method="post" encType="multipart/form-data" noValidate>
          {/* The key Enter presses the first button of a form: this one, never « Retirer ». */}
          <button className="vh" tabIndex={-1} aria-hidden="true">
            {m.portal_form_continue()}
          </button>
          <h1 className="p-title">{page.title}</h1>
          <ErrorSummary problems={problems} />
          {actionData && actionData.appeared.length > 0 && problems.length === 0 && (
            <Notice tone="info" title={m.portal_form_appeared_title()} announced>
              <p>{m.portal_form_appeared()}</p>
            </Notice>
          )}
          {page.intro !== null && <p className="form-intro prewrap">{page.intro}</p>}
          {page.questions.map(({ key, field }) => (
            <FieldEditor key={key} field={field} name={key} form={form} />
          ))}
          <div className="f-act">
            <Button look="primary" size="lg">
              {m.portal_form_continue()}
            </Button>
            <ButtonLink size="lg" to={backAddress(page, toCheck)}>
              {m.portal_form_back()}
            </ButtonLink>
            <SavedAt at={savedAt} />
          </div>
        </Form>
        <aside className="form-side">
          {page.help && (
            <Help title={page.help.title}>
              <p className="prewrap">{page.help.body}</p>
            </Help>
          )}
        </aside>
      </div>
    </FilingFrame>
  )
}

function backAddress({ draft, previous }: PageView, toCheck: boolean): string {
  if (toCheck) return checkAddress(draft.id)
  return previous === null ? `/demarches/${draft.procedure.key}` : pageAddress(draft.id, previous)
}

function formState(page: PageView, problems: readonly ProblemView[]): FormState {
  return {
    values: page.values,
    // The first problem of an input is enough to put it right.
    problems: Object.fromEntries(problems.toReversed().map(({ path, text }) => [path, text])),
    files: uploadedFiles(page.files, `/demande/${page.draft.id}/fichiers`),
    offers: Object.fromEntries(
      page.questions.map(({ key, options = [] }) => [
        key,
        options.map(({ id, title }) => ({ id, label: title })),
      ]),
    ),
    computed: {},
  }
}
