// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/history'
import { datesOf } from '../context.ts'
import { readPlainForm } from '../forms/read-form.server.ts'
import { refusalOf } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { inLanguage } from '../ui/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { ListTable } from './ListTable.tsx'
import { StudioPage } from './StudioPage.tsx'

export async function loader({ params: { solution }, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const before = Number(searchParams.get('avant') ?? Number.NaN)
  const dates = datesOf(context)
  const history = await services(context).adjustments.listAdjustments({
    solution,
    ...(Number.isInteger(before) && { before }),
  })
  return {
    ...history,
    rows: history.rows.map((row) => ({ ...row, at: dates.moment(row.at) })),
    isFirst: !Number.isInteger(before),
    done: searchParams.has('repris'),
  }
}

export async function action({ params: { solution }, request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  try {
    await services(context).adjustments.restoreAdjustments({
      solution,
      version: Number(form.version?.[0]),
      seen: Number(form['_version']?.[0]),
    })
  } catch (error) {
    const { status, detail } = refusalOf(context, error)
    return data({ detail }, { status })
  }
  return redirect(`/studio/historique/${solution}?repris`)
}

/** What the body changed of a solution, and the way back to any of it. */
export default function History({ loaderData, actionData, params: { solution } }: Route.ComponentProps) {
  const { version, rows, next, isFirst, done, problems } = loaderData
  return (
    <StudioPage
      title={m.studio_history_title()}
      lead={m.studio_history_lead()}
      wrong={actionData !== undefined}
    >
      {done && !actionData && <Notice tone="ok" title={m.studio_history_done()} announced />}
      {actionData && <Notice tone="danger" title={actionData.detail} announced />}
      {problems
        .filter(({ code }) => code === 'gone')
        .map(({ path, message }) => (
          <Notice key={path} tone="warn" title={inLanguage(message)} />
        ))}
      <ListTable
        label={m.studio_history_title()}
        columns={[m.studio_history_what(), m.studio_history_when(), null]}
        empty={rows.length === 0 && <EmptyState icon="history" title={m.studio_history_empty()} />}
        place={{ path: `/studio/historique/${solution}`, after: 'avant', isFirst, next }}
      >
        {rows.map((row) => (
          <tr key={row.version}>
            <td>
              {row.restores === null ? (
                <Changed solution={solution} place={row.changed} />
              ) : (
                m.studio_history_restored({ version: row.restores })
              )}
              <small>{m.studio_history_version({ version: row.version })}</small>
            </td>
            <td>
              <time dateTime={row.at.iso}>{row.at.text}</time>
              <small>{row.by ?? '–'}</small>
            </td>
            <td className="r">
              {row.version === version ? (
                <span className="muted">{m.studio_history_current()}</span>
              ) : (
                <Restore version={row.version} seen={version} />
              )}
            </td>
          </tr>
        ))}
      </ListTable>
      {version > 0 && (
        <div className="studio__a">
          <Restore version={0} seen={version} />
        </div>
      )}
    </StudioPage>
  )
}

function Restore({ version, seen }: { version: number; seen: number }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="_version" value={seen} />
      <Button look="quiet" size="sm" icon="restore">
        {version === 0 ? m.studio_history_all_original() : m.studio_history_restore({ version })}
      </Button>
    </Form>
  )
}

/** The place that changed, with the way to it. */
function Changed({ solution, place }: { solution: string; place: string }) {
  const [kind = '', key = '', part] = place.split('.')
  if (kind === 'procedures' && part === 'regime') {
    return <Link to={`/studio/demarches/${solution}/${key}/regime`}>{m.studio_history_regime({ key })}</Link>
  }
  if (kind === 'procedures') return <Link to="/studio/demarches">{m.studio_history_procedure({ key })}</Link>
  return <Link to={`/studio/messages/${solution}/${kind}/${key}`}>{m.studio_history_message({ key })}</Link>
}
