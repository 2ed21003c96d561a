// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/list'
import { datesOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { ListTable } from '../ListTable.tsx'
import { StudioPage } from '../StudioPage.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim() || undefined
  const after = searchParams.get('apres') || undefined
  const dates = datesOf(context)
  const { rows, next, mayEnd } = await services(context).directory.listOrganisations({ search: q, after })
  return {
    q,
    isFirst: after === undefined,
    next,
    mayEnd,
    done: searchParams.get('fait'),
    count: Number(searchParams.get('nombre') ?? 0),
    actors: rows.map((row) => ({
      ...row,
      days: [row.startsOn, row.endsOn].map((day) => (day === null ? null : dates.calendarDay(day))),
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const ended = form['_do']?.[0] === 'end'
  await services(context).directory.endOrganisation({ id: form.id?.[0] ?? '', ended })
  return redirect(`/studio/acteurs?fait=${ended ? 'fin' : 'retour'}`)
}

/** Those to whom the desk gives requests. */
export default function Actors({ loaderData }: Route.ComponentProps) {
  const { q, isFirst, next, actors, mayEnd, done, count } = loaderData
  return (
    <StudioPage
      title={m.studio_actors_title()}
      lead={m.studio_actors_lead()}
      wide
      actions={
        <>
          <ButtonLink to="/studio/acteurs/import" icon="file-spreadsheet">
            {m.studio_actors_import()}
          </ButtonLink>
          <ButtonLink to="/studio/acteurs/nouveau" look="primary" icon="plus">
            {m.studio_actors_add()}
          </ButtonLink>
        </>
      }
    >
      {done !== null && <Notice tone="ok" title={doneWords(done, count)} announced />}
      <SearchBox label={m.studio_actors_search()} q={q} />
      <ListTable
        label={m.studio_actors_title()}
        columns={[
          m.studio_actors_name(),
          m.studio_actors_email(),
          m.studio_actors_phone(),
          m.studio_actors_state(),
          ...(mayEnd ? [null] : []),
        ]}
        empty={
          actors.length === 0 && (
            <EmptyState
              icon="address-book"
              title={q === undefined ? m.studio_actors_empty() : m.studio_nothing_found()}
            >
              {q === undefined ? (
                <p>{m.studio_actors_empty_detail()}</p>
              ) : (
                <Link to="/studio/acteurs">{m.studio_show_all()}</Link>
              )}
            </EmptyState>
          )
        }
        place={{ path: '/studio/acteurs', query: { q }, isFirst, next }}
      >
        {actors.map((actor) => (
          <tr key={actor.id}>
            <td>
              <Link className="obj" to={`/studio/acteurs/${actor.id}`}>
                {actor.name}
              </Link>
            </td>
            <td>{actor.email ?? <span className="tone-warn">{m.studio_actors_no_email()}</span>}</td>
            <td className="nowrap">{actor.phone ?? '–'}</td>
            <td>
              <StateBadge state={offeredState(actor.offered, actor.days)} />
            </td>
            {mayEnd && (
              <td className="r">
                <EndForm actor={actor} />
              </td>
            )}
          </tr>
        ))}
      </ListTable>
    </StudioPage>
  )
}

/** Takes an actor away from those who may be chosen, or brings it back. */
function EndForm({ actor }: { actor: Route.ComponentProps['loaderData']['actors'][number] }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={actor.id} />
      <input type="hidden" name="_do" value={actor.offered === 'ended' ? 'back' : 'end'} />
      <Button look="quiet" size="sm">
        {actor.offered === 'ended' ? m.studio_actors_back() : m.studio_actors_end()}
        <span className="vh"> {actor.name}</span>
      </Button>
    </Form>
  )
}

function offeredState(
  offered: 'now' | 'later' | 'ended',
  [starts, ends]: readonly (string | null)[],
): ShownState {
  if (offered === 'ended')
    return { label: m.studio_actors_ended({ day: ends ?? '' }), tone: 'idle', icon: 'archive' }
  if (offered === 'later')
    return { label: m.studio_actors_later({ day: starts ?? '' }), tone: 'wait', icon: 'clock' }
  return {
    label: ends ? m.studio_actors_until({ day: ends }) : m.studio_actors_now(),
    tone: 'ok',
    icon: 'circle-check',
  }
}

function doneWords(done: string, count: number): string {
  if (done === 'fin') return m.studio_actors_done_end()
  if (done === 'import') return m.studio_actors_done_import({ count })
  return done === 'retour' ? m.studio_actors_done_back() : m.studio_saved()
}
