// SPDX-License-Identifier: MIT
import type { RightsLine } from '@guichet/server'
import type { Route } from './+types/rights-journal'
import { datesOf } from '../context.ts'
import { actorName } from '../entry/history.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { inLanguage } from '../ui/language.ts'
import { ListTable } from './ListTable.tsx'
import { StudioPage } from './StudioPage.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const before = Number(new URL(request.url).searchParams.get('avant')) || undefined
  const { rows, next } = await services(context).agents.listRightsChanges(before)
  const dates = datesOf(context)
  const day = (value: string | null) => (value === null ? null : dates.calendarDay(value))
  return {
    rows: rows.map(({ at, actor, startsOn, endsOn, ...row }) => ({
      ...row,
      from: day(startsOn),
      to: day(endsOn),
      at: dates.moment(at),
      who: actorName(actor),
    })),
    next,
    isFirst: before === undefined,
  }
}

const titles: Partial<Record<RightsLine['kind'], () => string>> = {
  'entry.created': m.rights_given,
  'entry.changed': m.rights_changed,
  'entry.deleted': m.rights_deleted,
  'role.asked': m.rights_asked,
  'role.confirmed': m.rights_confirmed,
  'role.refused': m.rights_refused,
  'solution.published': m.rights_published,
  'solution.adjusted': m.rights_adjusted,
  'body.changed': m.rights_body,
  'key.made': m.rights_key,
  'key.revoked': m.rights_key_revoked,
  'account.disabled': m.rights_account,
}

/** Every change of who may do what, newest first. */
export default function RightsJournal({ loaderData: { rows, next, isFirst } }: Route.ComponentProps) {
  return (
    <StudioPage title={m.rights_title()} lead={m.rights_lead()} wide>
      <ListTable
        label={m.rights_title()}
        columns={[m.rights_what(), m.rights_who(), m.rights_when()]}
        empty={rows.length === 0 && <EmptyState icon="history" title={m.rights_empty()} />}
        place={{ path: '/studio/droits/journal', after: 'avant', isFirst, next }}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              {titles[row.kind]?.() ?? row.kind}
              <small>{detailOf(row)}</small>
            </td>
            <td>{row.who}</td>
            <td>
              <time dateTime={row.at.iso}>{row.at.text}</time>
            </td>
          </tr>
        ))}
      </ListTable>
    </StudioPage>
  )
}

type Row = Route.ComponentProps['loaderData']['rows'][number]

function detailOf({ person, role, organisation, solution, from, to }: Row): string {
  if (solution) return inLanguage(solution)
  if (person === null || role === null) return ''
  const whose = m.rights_of({ person, role, organisation: organisation ?? '–' })
  if (from && to) return `${whose} (${m.studio_days_from_to({ from, to })})`
  if (from) return `${whose} (${m.studio_days_from({ from })})`
  return to ? `${whose} (${m.studio_days_to({ to })})` : whose
}
