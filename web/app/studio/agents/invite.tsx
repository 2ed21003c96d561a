// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/invite'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { StudioField } from '../StudioField.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { agentProblem } from './agent-words.ts'
import { membershipFrom, typedOnce } from './membership-form.ts'
import { MembershipFields } from './MembershipFields.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { agents, directory } = services(context)
  const [roles, { rows }] = await Promise.all([agents.listRoles(), directory.listOrganisations()])
  return { roles, organisations: rows.filter(({ offered }) => offered !== 'ended') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const typed = typedOnce(form)
  try {
    const outcome = await services(context).agents.inviteAgent({
      name: typed.name ?? '',
      email: typed.email ?? '',
      membership: membershipFrom(form),
    })
    if (outcome.ok) return redirect(`/studio/agents/${outcome.personId}?fait=invite`)
    return data({ typed, problems: [agentProblem(outcome.refusal)] }, { status: 422 })
  } catch (error) {
    const { problems, status, detail } = refusalOf(context, error)
    return data(
      { typed, problems: problems.length > 0 ? problems : [{ path: '', text: detail }] },
      { status },
    )
  }
}

/** Gives somebody a role, and mails them the way in. */
export default function Invite({ loaderData: { roles, organisations }, actionData }: Route.ComponentProps) {
  const problems = Object.fromEntries((actionData?.problems ?? []).map(({ path, text }) => [path, text]))
  const typed: Readonly<Partial<Record<string, string>>> = actionData?.typed ?? {}
  return (
    <StudioPage
      title={m.studio_agents_invite()}
      lead={m.studio_agent_invite_lead()}
      wrong={actionData !== undefined}
    >
      <Crumbs
        crumbs={[
          { label: m.studio_agents_title(), to: '/studio/agents' },
          { label: m.studio_agents_invite() },
        ]}
      />
      <ErrorSummary
        problems={(actionData?.problems ?? []).map(({ path, text }) =>
          path === '' ? { text } : { path, text },
        )}
      />
      <Form method="post" noValidate>
        <div className="card mt">
          <div className="card__b">
            <StudioField
              label={m.studio_agent_name()}
              name="name"
              hint={m.studio_agent_name_hint()}
              autoComplete="off"
              defaultValue={typed.name}
              problem={problems.name}
            />
            <StudioField
              label={m.studio_agent_email()}
              name="email"
              type="email"
              autoComplete="off"
              defaultValue={typed.email}
              problem={problems.email}
            />
            <MembershipFields roles={roles} organisations={organisations} typed={typed} problems={problems} />
          </div>
        </div>
        <div className="f-act">
          <Button look="primary" icon="mail-forward">
            {m.studio_agent_invite_send()}
          </Button>
          <ButtonLink to="/studio/agents">{m.studio_cancel()}</ButtonLink>
        </div>
      </Form>
    </StudioPage>
  )
}
