// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/territories'
import { localeOf } from '../context.ts'
import { readForm } from '../forms/read-form.server.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { inputId } from '../ui/fields/form-state.ts'
import { Notice } from '../ui/Notice.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import { bytesOf } from './settings/bytes-of.server.ts'
import { StudioPage } from './StudioPage.tsx'

export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const [made, changed] = [asked.get('ajoutes'), asked.get('modifies')]
  return made === null || changed === null ? {} : { made: Number(made), changed: Number(changed) }
}

/** The communes of France are two and a half million characters. */
const mostBytes = 8_000_000

export async function action({ request, context }: Route.ActionArgs) {
  const files: Uint8Array[] = []
  await readForm(request, async ({ stream }) => {
    files.push(await bytesOf(stream, mostBytes))
    return { ok: true, attachment: { id: '' } }
  })
  const outcome = await services(context).directory.importTerritories(files[0] ?? new Uint8Array())
  if (outcome.ok) return redirect(`/studio/territoires?ajoutes=${outcome.made}&modifies=${outcome.changed}`)
  const locale = localeOf(context)
  const faults = outcome.faults.map((fault) => ({ ...fault, text: fault.text[locale] }))
  return data({ faults }, { status: 422 })
}

/** Territories of the official geographic code, or of a plain table: a file imported whole or not at all. */
export default function Territories({ loaderData: { made, changed }, actionData }: Route.ComponentProps) {
  const faults = actionData?.faults ?? []
  const file = inputId('table')
  return (
    <StudioPage title={m.people_territories()} lead={m.people_territories_lead()} wrong={faults.length > 0}>
      {made !== undefined && faults.length === 0 && (
        <Notice tone="ok" title={m.people_territories_done({ made, changed })} announced />
      )}
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
                  <th>{m.studio_import_cell()}</th>
                  <th>{m.studio_import_why()}</th>
                </tr>
              </thead>
              <tbody>
                {faults.map(({ line, value, text }) => (
                  <tr key={`${line} ${text}`}>
                    <td>{line}</td>
                    <td>{value === null || value === '' ? '–' : value}</td>
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
              <label className="label" htmlFor={file}>
                {m.studio_import_file()}
              </label>
              <p className="hint" id={`${file}-hint`}>
                {m.people_territories_hint()}
              </p>
              <input
                className="input"
                id={file}
                name="table"
                type="file"
                accept=".csv,text/csv,text/plain"
                aria-describedby={`${file}-hint`}
              />
            </div>
          </div>
        </div>
        <div className="f-act">
          <Button look="primary" icon="file-upload">
            {m.studio_import_send()}
          </Button>
          <ButtonLink to="/bureau/directory/territories">{m.people_territories_list()}</ButtonLink>
        </div>
      </Form>
    </StudioPage>
  )
}
