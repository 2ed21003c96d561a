// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/agent'
import { datesOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { accountState, agentProblem } from './agent-words.ts'
import { membershipFrom, typedOnce } from './membership-form.ts'
import { MembershipFields } from './MembershipFields.tsx'
import { PendingRoles } from './PendingRoles.tsx'

export async function loader({ params: { agent: id }, request, context }: Route.LoaderArgs) {
  const { agents, directory } = services(context)
  const dates = datesOf(context)
  const [agent, roles, { rows }, pending] = await Promise.all([
    agents.findAgent(id),
    agents.listRoles(),
    directory.listOrganisations(),
    agents.listPending(id),
  ])
  if (!agent) throw data(null, { status: 404 })
  const day = (value: string | null) => (value === null ? null : dates.calendarDay(value))
  return {
    agent,
    roles,
    organisations: rows.filter(({ offered }) => offered !== 'ended'),
    until: agent.account.standing === 'invited' ? dates.moment(agent.account.until).text : undefined,
    memberships: agent.memberships.map((one) => ({ ...one, from: day(one.startsOn), to: day(one.endsOn) })),
    pending: pending.map(({ expiresAt, ...one }) => ({ ...one, until: dates.moment(expiresAt).text })),
    done: new URL(request.url).searchParams.get('fait'),
  }
}

export async function action({ params: { agent: id }, request, context }: Route.ActionArgs) {
  const { agents } = services(context)
  const form = await readPlainForm(request)
  const act = form['_do']?.[0] ?? ''
  if (act === 'confirm' || act === 'refuse') {
    await agents.decidePending({ id: form.pending?.[0] ?? '', confirms: act === 'confirm' })
    return redirect(`/studio/agents/${id}?fait=${act}`)
  }
  const outcome =
    act === 'invite'
      ? await agents.inviteAgain(id)
      : act === 'end'
        ? await agents.endMembership({ id: form.membership?.[0] ?? '' })
        : await agents.addRole({ personId: id, membership: membershipFrom(form) })
  if (outcome.ok) return redirect(`/studio/agents/${id}?fait=${outcome.awaits ? 'ask' : act}`)
  return data({ typed: typedOnce(form), problem: agentProblem(outcome.refusal) }, { status: 422 })
}

/** One person: account, roles held and past, and one more role to give. */
export default function AgentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { agent, pending, until, memberships, roles, organisations, done } = loaderData
  const problem = actionData?.problem
  const problems = problem ? { [problem.path]: problem.text } : {}
  const mayInvite = agent.account.standing !== 'active' && agent.account.standing !== 'closed'
  return (
    <StudioPage title={agent.name} wrong={problem !== undefined}>
      <Crumbs crumbs={[{ label: m.studio_agents_title(), to: '/studio/agents' }, { label: agent.name }]} />
      {problem && (
        <ErrorSummary
          problems={[
            problem.path === '' ? { text: problem.text } : { path: problem.path, text: problem.text },
          ]}
        />
      )}
      {done !== null && !problem && <Notice tone="ok" title={doneWords(done)} announced />}
      <p className="meta">
        <span>{agent.email ?? '–'}</span>
        <StateBadge state={accountState(agent.account, until)} />
      </p>
      {agent.account.standing === 'active' && (
        <p className="studio__a">
          {/* Out of the studio: who acts as somebody sees what that person sees. */}
          <a className="btn btn--secondary" href={`/compte/agir/${agent.id}`}>
            <Icon name="user-share" />
            {m.security_act_button()}
          </a>
        </p>
      )}
      <PendingRoles pending={pending} />
      {mayInvite && (
        <Form method="post" className="studio__a">
          <input type="hidden" name="_do" value="invite" />
          <Button icon="mail-forward">
            {agent.account.standing === 'none' ? m.studio_agent_invite_send() : m.studio_agent_invite_again()}
          </Button>
        </Form>
      )}
      <section className="card mt tblcard">
        <div className="card__h">
          <h2>{m.studio_agent_roles()}</h2>
        </div>
        <table className="tbl">
          <thead>
            <tr>
              <th>{m.studio_agent_role()}</th>
              <th>{m.studio_agent_days()}</th>
              <th>
                <span className="vh">{m.studio_actions()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {memberships.map((one) => (
              <tr key={one.id}>
                <td>
                  {inLanguage(one.title)}
                  <small>{one.organisation}</small>
                </td>
                <td>{daysWords(one.from, one.to)}</td>
                <td className="r">
                  {one.standing === 'ended' ? (
                    <span className="muted">{m.studio_agent_over()}</span>
                  ) : (
                    <Form method="post">
                      <input type="hidden" name="_do" value="end" />
                      <input type="hidden" name="membership" value={one.id} />
                      <Button look="danger" size="sm" icon="lock">
                        {m.studio_agent_end()}
                        <span className="vh"> {inLanguage(one.title)}</span>
                      </Button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="muted card__b">{m.studio_agent_end_hint()}</p>
      </section>
      <section className="card mt">
        <div className="card__h">
          <h2>{m.studio_agent_add_role()}</h2>
        </div>
        <Form method="post" noValidate className="card__b">
          <input type="hidden" name="_do" value="role" />
          <MembershipFields
            roles={roles}
            organisations={organisations}
            typed={actionData?.typed ?? {}}
            problems={problems}
          />
          <Button icon="plus">{m.studio_agent_add_role()}</Button>
        </Form>
      </section>
    </StudioPage>
  )
}

function daysWords(from: string | null, to: string | null): string {
  if (from && to) return m.studio_days_from_to({ from, to })
  if (from) return m.studio_days_from({ from })
  return to ? m.studio_days_to({ to }) : m.studio_days_open()
}

function doneWords(done: string): string {
  if (done === 'ask') return m.four_eyes_done_asked()
  if (done === 'confirm') return m.four_eyes_done_confirmed()
  if (done === 'refuse') return m.four_eyes_done_refused()
  if (done === 'end') return m.studio_agent_done_end()
  return done === 'invite' ? m.studio_agent_done_invite() : m.studio_agent_done_role()
}
