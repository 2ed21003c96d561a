// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/import'
import { localeOf } from '../../context.ts'
import { readForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { bytesOf } from '../settings/bytes-of.server.ts'
import { StudioPage } from '../StudioPage.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { fields } = await services(context).directory.identityForm({ kind: 'organisation' })
  return {
    columns: fields.map(({ key, field }) => ({ key, label: field.label, required: field.required === true })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const files: Uint8Array[] = []
  await readForm(request, async ({ stream }) => {
    files.push(await bytesOf(stream))
    return { ok: true, attachment: { id: '' } }
  })
  const outcome = await services(context).directory.importOrganisations(textOf(files[0] ?? new Uint8Array()))
  if (outcome.ok) return redirect(`/studio/acteurs?fait=import&nombre=${outcome.made}`)
  const locale = localeOf(context)
  const faults = outcome.faults.map((fault) => ({ ...fault, text: fault.text[locale] }))
  return data({ faults }, { status: 422 })
}

/** UTF-8, or the Windows set that spreadsheets still write. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A table of organisations, entered whole or not at all. */
export default function ImportActors({ loaderData: { columns }, actionData }: Route.ComponentProps) {
  const faults = actionData?.faults ?? []
  return (
    <StudioPage title={m.studio_import_title()} lead={m.studio_import_lead()} wrong={faults.length > 0}>
      <Crumbs
        crumbs={[
          { label: m.studio_actors_title(), to: '/studio/acteurs' },
          { label: m.studio_import_title() },
        ]}
      />
      {faults.length > 0 && (
        <>
          <Notice tone="danger" title={m.studio_import_refused({ count: faults.length })} announced>
            <p>{m.studio_import_refused_detail()}</p>
          </Notice>
          <ScrollRegion className="card tblcard mt faults" label={m.studio_import_faults()}>
            <table className="tbl">
              <thead>
                <tr>
                  <th>{m.studio_import_line()}</th>
                  <th>{m.studio_import_column()}</th>
                  <th>{m.studio_import_cell()}</th>
                  <th>{m.studio_import_why()}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ line, column, cell, text }) => (
                  <tr key={`${line} ${column} ${text}`}>
                    <td>{line}</td>
                    <td>{column ?? '–'}</td>
                    <td>{cell === null || cell === '' ? '–' : cell}</td>
                    <td>{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
      <Form method="post" encType="multipart/form-data" noValidate>
        <div className="card mt">
          <div className="card__b">
            <div className="field">
              <label className="label" htmlFor={inputId('table')}>
                {m.studio_import_file()}
              </label>
              <p className="hint" id={`${inputId('table')}-hint`}>
                {m.studio_import_hint()}
              </p>
              <input
                className="input"
                id={inputId('table')}
                name="table"
                type="file"
                accept=".csv,text/csv,text/plain"
                aria-describedby={`${inputId('table')}-hint`}
              />
            </div>
            <h2>{m.studio_import_columns()}</h2>
            <ul className="stack">
              {columns.map(({ key, label, required }) => (
                <li key={key}>
                  <b>{inLanguage(label)}</b>
                  {required && <span className="muted"> ({m.studio_import_required()})</span>}
                </li>
              ))}
            </ul>
          </div>
        </div>
        <div className="f-act">
          <Button look="primary" icon="file-upload">
            {m.studio_import_send()}
          </Button>
          <ButtonLink to="/studio/acteurs">{m.studio_cancel()}</ButtonLink>
        </div>
      </Form>
    </StudioPage>
  )
}
