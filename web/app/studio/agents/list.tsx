// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/list'
import { datesOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { SearchBox } from '../SearchBox.tsx'
import { ListTable } from '../ListTable.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { accountState } from './agent-words.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim() || undefined
  const after = searchParams.get('apres') || undefined
  const dates = datesOf(context)
  const { agents } = services(context)
  const [{ rows, next }, pending] = await Promise.all([
    agents.listAgents({ search: q, after }),
    agents.listPending(),
  ])
  return {
    q,
    isFirst: after === undefined,
    next,
    pending: pending.map(({ id, personId, person, role }) => ({ id, personId, person, role })),
    agents: rows.map((agent) => ({
      ...agent,
      until: agent.account.standing === 'invited' ? dates.moment(agent.account.until).text : undefined,
    })),
  }
}

/** The people who have a role, and how far they are with their account. */
export default function Agents({ loaderData: { q, isFirst, next, agents, pending } }: Route.ComponentProps) {
  return (
    <StudioPage
      title={m.studio_agents_title()}
      lead={m.studio_agents_lead()}
      wide
      actions={
        <ButtonLink to="/studio/agents/inviter" look="primary" icon="user-plus">
          {m.studio_agents_invite()}
        </ButtonLink>
      }
    >
      {pending.length > 0 && (
        <Notice tone="wait" title={m.four_eyes_waiting()}>
          <ul>
            {pending.map(({ id, personId, person, role }) => (
              <li key={id}>
                <Link to={`/studio/agents/${personId}`}>
                  {m.four_eyes_waiting_of({ person, role: inLanguage(role) })}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SearchBox label={m.studio_agents_search()} q={q} />
      <ListTable
        label={m.studio_agents_title()}
        columns={[m.studio_agents_name(), m.studio_agents_roles(), m.studio_agents_account()]}
        empty={
          agents.length === 0 && (
            <EmptyState
              icon="users-group"
              title={q === undefined ? m.studio_agents_empty() : m.studio_nothing_found()}
            >
              {q !== undefined && <Link to="/studio/agents">{m.studio_show_all()}</Link>}
            </EmptyState>
          )
        }
        place={{ path: '/studio/agents', query: { q }, isFirst, next }}
      >
        {agents.map((agent) => {
          const held = agent.memberships.filter(({ standing }) => standing !== 'ended')
          return (
            <tr key={agent.id}>
              <td>
                <Link className="obj" to={`/studio/agents/${agent.id}`}>
                  {agent.name}
                </Link>
                <small>{agent.email ?? '–'}</small>
              </td>
              <td>
                {held.length === 0 ? (
                  <span className="muted">{m.studio_agents_no_role()}</span>
                ) : (
                  held.map(({ id, title, organisation }) => (
                    <div key={id}>
                      {inLanguage(title)}
                      <small>{organisation}</small>
                    </div>
                  ))
                )}
              </td>
              <td>
                <StateBadge state={accountState(agent.account, agent.until)} />
              </td>
            </tr>
          )
        })}
      </ListTable>
    </StudioPage>
  )
}
