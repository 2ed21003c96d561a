// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'
import type { PageView, ProblemView } from '@guichet/server'
import formIsland from 'virtual:island/form'
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
import { type FormState, inputId } from '../../ui/fields/form-state.ts'
import { inLanguage } from '../../ui/language.ts'
import { Help, Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { checkAddress, laterAddress, pageAddress } from '../draft-tiles.ts'
import { FilingFrame, SavedAt } from './FilingFrame.tsx'
import { originWords } from './origin-words.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const page = await services(context).filing.draftPage(params.draft, params.page)
  const dates = datesOf(context)
  return {
    page,
    savedAt: dates.time(page.draft.savedAt),
    origins: Object.fromEntries(
      page.questions.flatMap(({ key, origin }) => (origin ? [[key, originWords(origin, dates)]] : [])),
    ),
    toCheck: comesFromCheck(request),
    appeared: new URL(request.url).searchParams.getAll('nouvelle'),
  }
}

/**
 * Keeps what was typed, whatever it is worth, then goes on. What is to be put right is told by the page itself, read
 * again: the way back through the browser's history never sends a form twice.
 */
export async function action({ params: { draft, page }, request, context }: Route.ActionArgs) {
  const { filing } = services(context)
  const { values, refusedFiles } = await readForm(request, ({ path, name, stream }) =>
    filing.uploadToDraft(stream, { draftId: draft, path, name }),
  )
  if (values['_later'] !== undefined && refusedFiles.length === 0) {
    await filing.keepPage({ draftId: draft, page, form: values })
    return redirect(laterAddress(draft))
  }
  const toCheck = comesFromCheck(request)
  const saved = await filing.savePage({ draftId: draft, page, form: values, refusedFiles, toCheck })
  if (saved.ok) return redirect(saved.next === null ? checkAddress(draft) : pageAddress(draft, saved.next))
  // A file that was refused is not kept, nor is its refusal: it is told once, here.
  if (refusedFiles.length > 0) return data({ problems: saved.problems }, { status: 422 })
  return redirect(sameAddress(pageAddress(draft, page), toCheck, saved.appeared) + placeOf(values))
}

function sameAddress(address: string, toCheck: boolean, appeared: readonly string[]): string {
  const query = new URLSearchParams(appeared.map((key) => ['nouvelle', key]))
  if (toCheck) query.set('retour', 'verifier')
  return query.size === 0 ? address : `${address}?${query.toString()}`
}

/** The list whose button was pressed, to come back to it. */
function placeOf(values: FormValues): string {
  const pressed = values['_add']?.[0] ?? values['_remove']?.[0]?.replace(/\.[^.]+$/, '')
  return pressed === undefined ? '' : `#${inputId(pressed)}`
}

const comesFromCheck = (request: Request): boolean =>
  new URL(request.url).searchParams.get('retour') === 'verifier'

export default function FilingPage({ loaderData, actionData }: Route.ComponentProps) {
  const { page, savedAt, toCheck, appeared, origins } = loaderData
  const problems = actionData?.problems ?? page.problems
  const form = { ...formState(page, problems), origins }
  const address = pageAddress(page.draft.id, page.key)
  return (
    <FilingFrame draft={page.draft} current={page.key}>
      <PageTitle title={`${page.title} – ${page.draft.procedure.title}`} wrong={problems.length > 0} />
      <div className="two form-grid">
        <script async src={formIsland} />
        <Form method="post" encType="multipart/form-data" noValidate data-keep={`${address}/garder`}>
          {/* The key Enter presses the first button of a form: this one, never « Retirer ». */}
          <button className="vh" tabIndex={-1} aria-hidden="true">
            {m.portal_form_continue()}
          </button>
          <h1 className="p-title">{page.title}</h1>
          <ErrorSummary problems={problems} />
          {problems.length === 0 && <Appeared page={page} keys={appeared} />}
          {page.intro !== null && <p className="form-intro prewrap">{page.intro}</p>}
          <div data-questions>
            {page.questions.map(({ key, field }) => (
              <div key={key} className="q" data-question={key}>
                <FieldEditor field={field} name={key} form={form} />
              </div>
            ))}
          </div>
          <div className="f-act">
            <Button look="primary" size="lg">
              {m.portal_form_continue()}
            </Button>
            <ButtonLink size="lg" to={backAddress(page, toCheck)}>
              {m.portal_form_back()}
            </ButtonLink>
            <SavedAt at={savedAt} />
          </div>
          <p className="f-later">
            <Button look="quiet" icon="mail-forward" name="_later" value="yes">
              {m.filing_later_button()}
            </Button>
          </p>
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

/** Questions that the answers have just brought, with the way to each. */
function Appeared({ page, keys }: { page: PageView; keys: readonly string[] }) {
  const asked = page.questions.filter(({ key, field }) => keys.includes(key) && field.type !== 'information')
  if (asked.length === 0) return null
  return (
    <div className="form-intro">
      <Notice tone="info" title={m.portal_form_appeared_title()} announced>
        <p>{m.portal_form_appeared()}</p>
        <ul>
          {asked.map(({ key, field }) => (
            <li key={key}>
              <a href={`#${inputId(key)}`}>{inLanguage(field.label)}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
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
    computed: page.computed,
    addresses: Object.fromEntries(
      Object.entries(page.addresses).map(([path, found]) => [
        path,
        found.map(({ line, detail, address }) => ({ line, detail, json: JSON.stringify(address) })),
      ]),
    ),
    uploadTo: `${pageAddress(page.draft.id, page.key)}/fichier`,
  }
}
