// SPDX-License-Identifier: MIT
import type { AdjustmentProblem } from '@guichet/engine'
import { data, Link, redirect } from 'react-router'
import type { Route } from './+types/template'
import { localeOf, tenantOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { localeFrom, partsFrom, templateFrom } from './template-form.ts'
import { partInput, partWords, readerWords, templateProblem } from './template-words.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const name = templateFrom(params)
  if (!name) throw data(null, { status: 404 })
  const { adjustments } = services(context)
  const template = await adjustments.viewTemplate(name)
  const locale = localeOf(context)
  const parts = Object.fromEntries(template.parts.map(({ part, text }) => [part, text]))
  return {
    template,
    locale,
    shown: await adjustments.previewTemplate({ ...name, locale, parts }),
    body: tenantOf(context).name,
    done: new URL(request.url).searchParams.get('fait'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const name = templateFrom(params)
  if (!name) throw data(null, { status: 404 })
  const { adjustments } = services(context)
  const form = await readPlainForm(request)
  const [typed, locale, seen] = [partsFrom(form), localeFrom(form), Number(form['_version']?.[0] ?? 0)]
  const page = `/studio/messages/${name.solution}/${name.kind}/${name.key}`
  const again = (problems: readonly { path: string; text: string }[], status = 422) =>
    data({ typed, locale, problems, shown: undefined, sentTo: undefined }, { status })
  try {
    switch (form['_do']?.[0]) {
      case 'original':
        await adjustments.returnToOriginal({ ...name, seen })
        return redirect(`${page}?fait=original`)
      case 'preview': {
        const shown = await adjustments.previewTemplate({ ...name, locale, parts: typed })
        return data({ typed, locale, problems: [], shown, sentTo: undefined })
      }
      case 'test': {
        const sent = await adjustments.sendTest({ ...name, locale, parts: typed })
        if (sent.ok)
          return data({
            typed,
            locale,
            problems: [],
            shown: undefined,
            sentTo: { to: sent.to, mail: sent.mailId },
          })
        if (sent.refusal === 'no-address') return again([{ path: '', text: m.studio_templates_no_address() }])
        return again(sent.problems.map(atInput))
      }
      default: {
        const outcome = await adjustments.adjustTemplate({ ...name, seen, parts: typed })
        return outcome.ok ? redirect(`${page}?fait=enregistre`) : again(outcome.problems.map(atInput))
      }
    }
  } catch (error) {
    const { status, detail } = refusalOf(context, error)
    return again([{ path: '', text: detail }], status)
  }
}

function atInput(problem: Parameters<typeof templateProblem>[0]) {
  return { path: partInput(problem.part, problem.locale), text: templateProblem(problem) }
}

/** The words of one message: what is sent, to whom, and how it will look. */
export default function Template({ loaderData, actionData, params }: Route.ComponentProps) {
  const { template, locale, shown, body, done } = loaderData
  const problems = actionData?.problems ?? []
  const title = inLanguage(template.title)
  return (
    <StudioPage title={title} wide wrong={problems.length > 0}>
      <Crumbs crumbs={[{ label: m.studio_templates_title(), to: '/studio/messages' }, { label: title }]} />
      <p className="meta">
        {template.sent.map(({ flow, to }, at) => (
          <span key={`${inLanguage(flow)} ${at}`}>
            {inLanguage(flow)}, {readerWords(to)}
          </span>
        ))}
        {template.version > 0 && (
          <Link to={`/studio/historique/${template.solution}`}>{m.studio_history_title()}</Link>
        )}
      </p>
      <ErrorSummary
        problems={problems.map(({ path, text }) =>
          path === '' ? { text } : { path, text, label: labelOf(path) },
        )}
      />
      {done !== null && !actionData && (
        <Notice
          tone="ok"
          title={done === 'original' ? m.studio_templates_done_original() : m.studio_templates_done()}
          announced
        />
      )}
      {actionData?.sentTo && (
        <Notice tone="ok" title={m.studio_templates_sent({ to: actionData.sentTo.to })} announced>
          <p>
            <Link to={`/studio/envois/${actionData.sentTo.mail}`}>{m.studio_templates_sent_see()}</Link>
          </p>
        </Notice>
      )}
      {template.problems.map((problem) => (
        <ToLookAt key={`${problem.code} ${problem.path}`} problem={problem} locale={locale} />
      ))}
      <TemplateEditor
        key={`${template.version} ${params.key}`}
        template={template}
        typed={actionData?.typed}
        problems={Object.fromEntries(problems.map(({ path, text }) => [path, text]))}
        shown={actionData?.shown ?? shown}
        locale={actionData?.locale ?? locale}
        address={`/studio/messages/${params.solution}/${params.kind}/${params.key}`}
        body={body}
      />
    </StudioPage>
  )
}

function labelOf(path: string): string {
  const [part = '', locale = ''] = path.split('.')
  // Made by `partInput`.
  return `${partWords(part as Parameters<typeof partWords>[0])} (${locale})`
}

/** What the body's words need a look for; the three texts side by side when the original has changed. */
function ToLookAt({ problem, locale }: { problem: AdjustmentProblem; locale: 'fr' | 'en' }) {
  return (
    <Notice tone="warn" title={inLanguage(problem.message)}>
      {problem.code === 'original-changed' && (
        <div className="vs">
          {(
            [
              [m.studio_vs_yours(), problem.text],
              [m.studio_vs_before(), problem.original],
              [m.studio_vs_now(), problem.present],
            ] as const
          ).map(([label, text]) => (
            <div key={label}>
              <h3>{label}</h3>
              {text[locale]}
            </div>
          ))}
        </div>
      )}
    </Notice>
  )
}
