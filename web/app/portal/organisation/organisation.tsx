// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/organisation'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { AnswerList } from '../../ui/AnswerList.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import { loadOrganisation, type ShownOrganisation } from './load-organisation.server.ts'
import { memberProblem } from './member-words.ts'
import { Members } from './Members.tsx'

export function loader({ request, context }: Route.LoaderArgs) {
  return loadOrganisation(context, new URL(request.url))
}

/** A member declared, invited again or withdrawn; or the catalogue opened in the name of the organisation. */
export async function action({ request, context }: Route.ActionArgs) {
  const { organisation, profiles } = services(context)
  const form = await readPlainForm(request)
  const one = (name: string) => form[name]?.[0] ?? ''
  const back = (done: string) => redirect(`/mon-organisme?organisme=${one('organisme')}&fait=${done}`)
  switch (one('_do')) {
    case 'file':
      await profiles.chooseProfile(one('profil'))
      return redirect('/')
    case 'withdraw':
      await organisation.withdrawMember(one('membership'))
      return back('withdraw')
    case 'again': {
      const outcome = await organisation.inviteMemberAgain(one('membership'))
      return outcome.ok
        ? back('again')
        : data({ problem: memberProblem(outcome.refusal), typed: {} }, { status: 422 })
    }
    default: {
      const typed = { name: one('name'), email: one('email'), role: one('role') }
      const outcome = await organisation.inviteMember({ organisation: one('organisme'), ...typed })
      return outcome.ok
        ? back('invite')
        : data({ problem: memberProblem(outcome.refusal), typed }, { status: 422 })
    }
  }
}

/** The organisation of the person signed in: its profile, its members, its files. */
export default function Organisation({
  loaderData: { own, others, done },
  actionData,
}: Route.ComponentProps) {
  const problem = actionData?.problem
  return (
    <PortalFrame slim>
      <PageTitle title={m.people_org_title()} wrong={problem !== undefined} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{own?.name ?? m.people_org_title()}</h1>
        {own === undefined ? (
          <section className="card">
            <EmptyState icon="building" title={m.people_org_none()}>
              <p>{m.people_org_none_detail()}</p>
            </EmptyState>
          </section>
        ) : (
          <>
            <p className="lead">{m.people_org_lead()}</p>
            {others.length > 1 && (
              <nav className="links" aria-label={m.people_org_title()}>
                <ul>
                  {others.map(({ id, name, current }) => (
                    <li key={id}>
                      <Link to={`/mon-organisme?organisme=${id}`} aria-current={current ? 'page' : undefined}>
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {problem && <ErrorSummary problems={[problem]} />}
            {done !== undefined && !problem && (
              <div className="mt">
                <Notice tone="ok" title={doneWords(done)} announced />
              </div>
            )}
            <Profile own={own} />
            <Files own={own} />
            {own.members && <Members own={own} members={own.members} typed={actionData?.typed ?? {}} />}
          </>
        )}
      </main>
    </PortalFrame>
  )
}

function Profile({ own }: { own: ShownOrganisation }) {
  return (
    <section className="card mt">
      <div className="card__h">
        <h2>{m.people_org_profile()}</h2>
      </div>
      <div className="card__b">
        <AnswerList answers={own.answers} />
        <p className="mt">{m.people_org_you({ roles: own.roles.join(', ') })}</p>
        {own.mayFile && (
          <Form method="post" className="mt">
            <input type="hidden" name="profil" value={own.id} />
            <Button icon="pencil" name="_do" value="file">
              {m.people_org_file({ name: own.name })}
            </Button>
          </Form>
        )}
      </div>
    </section>
  )
}

function Files({ own }: { own: ShownOrganisation }) {
  return (
    <section className="card reqs mt">
      <div className="card__h">
        <h2>{m.people_org_files()}</h2>
      </div>
      {own.files.length === 0 ? (
        <p className="card__b muted">{m.people_org_files_none()}</p>
      ) : (
        <ul>
          {own.files.map(({ id, number, subject, kind, updatedOn, state }) => (
            <li key={id}>
              <div>
                <Link to={`/demandes/${id}`}>{subject}</Link>
                <p className="meta">
                  {number !== null && <span className="num">{number}</span>}
                  <span>{kind}</span>
                  <span>{updatedOn}</span>
                </p>
              </div>
              {state && <StateBadge state={state} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function doneWords(done: string): string {
  if (done === 'withdraw') return m.people_org_done_withdraw()
  return done === 'again' ? m.people_org_done_again() : m.people_org_done_invite()
}
