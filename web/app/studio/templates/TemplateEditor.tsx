// SPDX-License-Identifier: MIT
import type { MergeableName, PreviewOutcome, TemplateView, TypedParts } from '@guichet/server'
import { useEffect, useRef, useState } from 'react'
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StudioField, StudioText } from '../StudioField.tsx'
import { Preview } from './Preview.tsx'
import { partInput, partWords, tagWords, templateProblem } from './template-words.ts'

interface Props {
  readonly template: TemplateView
  readonly typed: TypedParts | undefined
  readonly problems: Readonly<Partial<Record<string, string>>>
  readonly shown: PreviewOutcome
  readonly locale: 'fr' | 'en'
  readonly address: string
  readonly body: string
}

/** How long one stops typing before the preview is made again. */
const pauseMs = 400

/** The words of a message in one language at a time, the names to merge, and the message that they make. */
export function TemplateEditor({ template, typed, problems, shown, locale: first, address, body }: Props) {
  const [locale, setLocale] = useState(first)
  const form = useRef<HTMLFormElement>(null)
  const last = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  const [answer, setAnswer] = useState<PreviewOutcome>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const outcome = answer ?? shown

  const refresh = (delay = pauseMs) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (!form.current) return
      const typedNow = new URLSearchParams()
      for (const [name, value] of new FormData(form.current))
        if (typeof value === 'string') typedNow.append(name, value)
      if (template.kind === 'mails') postToFrame(`${address}/apercu`, typedNow)
      void preview(`${address}/apercu`, typedNow).then(setAnswer)
    }, delay)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const insert = (name: string) => {
    const input = last.current ?? form.current?.querySelector<HTMLTextAreaElement>(`[name$=".${locale}"]`)
    if (!input) return
    const tag = `{{ ${name} }}`
    input.setRangeText(
      tag,
      input.selectionStart ?? input.value.length,
      input.selectionEnd ?? input.value.length,
      'end',
    )
    input.focus()
    refresh()
  }

  return (
    <div className="tplgrid">
      <Form
        ref={form}
        method="post"
        noValidate
        onChange={() => refresh()}
        onFocus={({ target }) => {
          if (
            target instanceof HTMLTextAreaElement ||
            (target instanceof HTMLInputElement && target.type === 'text')
          )
            last.current = target
        }}
      >
        <input type="hidden" name="_version" value={template.version} />
        <fieldset className="field">
          <legend className="label">{m.studio_language()}</legend>
          <div className="seg">
            {(['fr', 'en'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="_locale"
                  value={one}
                  checked={locale === one}
                  onChange={() => {
                    setLocale(one)
                    last.current = null
                    refresh(0)
                  }}
                />
                {one === 'fr' ? 'Français' : 'English'}
              </label>
            ))}
          </div>
        </fieldset>
        {(['fr', 'en'] as const).map((one) => (
          // Both languages are sent together: the one that is not shown is only out of sight.
          <div key={one} lang={one} hidden={one !== locale}>
            {template.parts.map(({ part, text }) => {
              const name = partInput(part, one)
              const words = {
                label: partWords(part),
                name,
                problem: problems[name],
                defaultValue: typed?.[part]?.[one] ?? text[one],
              }
              return part === 'body' || part === 'text' ? (
                <StudioText
                  key={part}
                  {...words}
                  rows={part === 'body' ? 14 : 4}
                  hint={part === 'body' ? m.studio_body_marks() : undefined}
                />
              ) : (
                <StudioField key={part} type="text" {...words} />
              )
            })}
          </div>
        ))}
        <Mergeable names={template.mergeable} insert={insert} />
        <div className="f-act">
          <Button look="primary" icon="check">
            {m.studio_templates_save()}
          </Button>
          <Button name="_do" value="test" icon="send">
            {m.studio_templates_test()}
          </Button>
          <Button name="_do" value="preview" look="quiet" icon="eye">
            {m.studio_templates_preview()}
          </Button>
          {template.adjusted && (
            <Button name="_do" value="original" look="quiet" icon="arrow-back-up">
              {m.studio_original_back()}
            </Button>
          )}
        </div>
      </Form>
      <section className="card tplview" aria-label={m.studio_templates_preview()}>
        <div className="card__h">
          <h2>{m.studio_templates_preview()}</h2>
        </div>
        <div className="card__b" aria-live="polite">
          <p className="muted">{m.studio_templates_sample()}</p>
          {outcome.ok ? (
            <Preview preview={outcome.preview} body={body} />
          ) : (
            <Notice tone="danger" title={m.studio_templates_faulty()}>
              <ul>
                {outcome.problems.map((problem) => (
                  <li
                    key={`${problem.part} ${problem.locale} ${problem.line} ${problem.found} ${problem.code}`}
                  >
                    {partWords(problem.part)} ({problem.locale}) : {templateProblem(problem)}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          {template.kind === 'mails' && (
            <iframe
              className="mail"
              name="apercu"
              title={m.desk_mail_html()}
              sandbox=""
              src={`${address}/apercu`}
              hidden={!outcome.ok}
            />
          )}
        </div>
      </section>
    </div>
  )
}

/** What the typed words would make. */
async function preview(address: string, typed: URLSearchParams): Promise<PreviewOutcome | undefined> {
  const answer = await fetch(address, { method: 'POST', body: typed })
  // The answer of our own route.
  return answer.ok ? ((await answer.json()) as PreviewOutcome) : undefined
}

/** Sends the typed words to the frame of the preview, whose document is not one of our pages. */
function postToFrame(address: string, typed: URLSearchParams): void {
  const form = document.createElement('form')
  Object.assign(form, { method: 'post', action: address, target: 'apercu', hidden: true })
  for (const [name, value] of [...typed, ['_html', 'oui']] as [string, string][]) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
  document.body.append(form)
  form.submit()
  form.remove()
}

function Mergeable({ names, insert }: { names: readonly MergeableName[]; insert: (name: string) => void }) {
  return (
    <details open>
      <summary>{m.studio_merge_title()}</summary>
      <p className="hint">{m.studio_merge_hint()}</p>
      <div className="merge">
        {names.map(({ name, label }) => (
          <button key={name} type="button" onClick={() => insert(name)} title={`{{ ${name} }}`}>
            {tagWords(name, label)}
          </button>
        ))}
      </div>
    </details>
  )
}
