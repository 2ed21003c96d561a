// SPDX-License-Identifier: MIT
import { Form, redirect } from 'react-router'
import type { Route } from './+types/delete'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { resumeAddress } from '../draft-tiles.ts'
import { PortalFrame } from '../PortalFrame.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const draft = await services(context).filing.draftOf(params.draft)
  return { title: draft.procedure.title, resume: resumeAddress(draft) }
}

export async function action({ params, context }: Route.ActionArgs) {
  await services(context).filing.deleteDraft(params.draft)
  return redirect('/')
}

/** Asks before erasing: what is lost is said. */
export default function DeleteDraft({ loaderData: { title, resume } }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_delete_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_delete_title()}</h1>
        <p className="lead">
          <b>{title}</b>
          <br />
          {m.portal_delete_detail()}
        </p>
        <Form method="post" className="f-act">
          <Button look="danger" size="lg" icon="trash">
            {m.portal_delete_confirm()}
          </Button>
          <ButtonLink to={resume} size="lg">
            {m.portal_delete_keep()}
          </ButtonLink>
        </Form>
      </main>
    </PortalFrame>
  )
}
