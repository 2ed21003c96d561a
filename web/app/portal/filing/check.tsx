// SPDX-License-Identifier: MIT
import type { AnswerView, ReviewedPage, ReviewView } from '@guichet/server'
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/check'
import { datesOf } from '../../context.ts'
import { fileItem, isShownImage } from '../../forms/file-items.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { AnswerList, type ShownAnswer, type ShownValue } from '../../ui/AnswerList.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import type { DateWords } from '../../ui/dates.ts'
import { problemLine } from '../../ui/ErrorSummary.tsx'
import { Help, Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { pageAddress } from '../draft-tiles.ts'
import { FilingFrame, SavedAt } from './FilingFrame.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const review = await services(context).filing.reviewDraft(params.draft)
  const dates = datesOf(context)
  const folder = `/demande/${params.draft}/fichiers`
  return {
    review,
    savedAt: dates.time(review.draft.savedAt),
    answers: review.pages.map((page) => page.answers.map((answer) => shownAnswer(answer, folder, dates))),
  }
}

/** Files the request. Pressed twice, it is filed once. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const reviewed = form.release?.[0]
  const submitted = await services(context).filing.submitDraft(
    params.draft,
    reviewed === undefined ? {} : { reviewed },
  )
  if (submitted.ok) return redirect(`/demande/${params.draft}/envoyee`)
  return data({ text: submitted.text }, { status: 422 })
}

export default function Check({
  loaderData: { review, savedAt, answers },
  actionData,
}: Route.ComponentProps) {
  const { draft, pages } = review
  const last = pages.at(-1)
  return (
    <FilingFrame draft={draft}>
      <PageTitle
        title={`${m.portal_form_check_step()} – ${draft.procedure.title}`}
        wrong={actionData !== undefined}
      />
      <div className="two form-grid">
        <Form method="post">
          <h1 className="p-title">{m.portal_check_title()}</h1>
          <p className="lead">{m.portal_check_lead()}</p>
          <Obstacles review={review} refusal={actionData?.text} />
          {pages.map((page, index) => (
            <CheckedPage key={page.key} draftId={draft.id} page={page} answers={answers[index] ?? []} />
          ))}
          <input type="hidden" name="release" value={review.release} />
          <div className="f-act">
            <Button look="primary" size="lg" icon="send">
              {m.portal_check_send()}
            </Button>
            {last && (
              <ButtonLink size="lg" to={pageAddress(draft.id, last.key)}>
                {m.portal_form_back()}
              </ButtonLink>
            )}
            <SavedAt at={savedAt} />
          </div>
        </Form>
        <aside className="form-side">
          <Help title={m.portal_check_after_title()} icon="mail-forward">
            <p>{m.portal_check_after_1()}</p>
            <p>{m.portal_check_after_2()}</p>
          </Help>
        </aside>
      </div>
    </FilingFrame>
  )
}

/** What still stands in the way of sending, each with the way to put it right. */
function Obstacles({ review, refusal }: { review: ReviewView; refusal: string | undefined }) {
  const todo = review.pages.filter((page) => page.problems.length > 0 || !page.done)
  return (
    <div className="stack">
      {review.changed && (
        <Notice tone="warn" title={m.portal_check_changed_title()}>
          <p>{m.portal_check_changed()}</p>
        </Notice>
      )}
      {review.notEligible.length > 0 && (
        <Notice tone="danger" title={m.portal_check_not_eligible()} announced>
          {review.notEligible.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Notice>
      )}
      {todo.length > 0 && (
        <Notice
          tone="danger"
          title={refusal ?? m.portal_check_incomplete_title()}
          announced={refusal !== undefined}
        >
          <ul>
            {todo
              .flatMap((page) => obstaclesOf(page))
              .map(({ text, page, path }) => (
                <li key={`${page} ${path}`}>
                  <a href={`${pageAddress(review.draft.id, page)}?retour=verifier${path && `#f-${path}`}`}>
                    {text}
                  </a>
                </li>
              ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

function obstaclesOf(page: ReviewedPage) {
  if (page.problems.length === 0) {
    return [{ text: m.portal_check_page_todo({ page: page.title }), page: page.key, path: '' }]
  }
  return page.problems.map(({ label, text, path }) => ({
    text: problemLine(label, text),
    page: page.key,
    path,
  }))
}

function CheckedPage({
  draftId,
  page,
  answers,
}: {
  draftId: string
  page: ReviewedPage
  answers: readonly ShownAnswer[]
}) {
  return (
    <section className="card chk">
      <div className="card__h">
        <h2>{page.title}</h2>
        <Link to={`${pageAddress(draftId, page.key)}?retour=verifier`}>
          {page.done ? m.portal_check_change() : m.portal_check_complete()}
          <span className="vh"> {page.title}</span>
        </Link>
      </div>
      <div className="card__b">
        <AnswerList answers={answers} />
      </div>
    </section>
  )
}

/** An answer of the review as a list shows it, its files opened under `folder`. */
function shownAnswer({ key, label, ...answer }: AnswerView, folder: string, dates: DateWords): ShownAnswer {
  return { key, label, value: shownValue(answer, folder, dates) }
}

function shownValue(answer: Omit<AnswerView, 'key' | 'label'>, folder: string, dates: DateWords): ShownValue {
  if (answer.display === '') return { kind: 'empty' }
  if (answer.files) {
    const item = (file: (typeof answer.files)[number]) => fileItem(file, folder, dates)
    return {
      kind: 'files',
      images: answer.files.filter(isShownImage).map(item),
      files: answer.files.filter((file) => !isShownImage(file)).map(item),
    }
  }
  if (answer.items) {
    return {
      kind: 'items',
      items: answer.items.map((item) => item.map((one) => shownAnswer(one, folder, dates))),
    }
  }
  return { kind: 'text', text: answer.display }
}
