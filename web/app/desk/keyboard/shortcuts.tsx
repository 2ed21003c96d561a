// SPDX-License-Identifier: MIT
import { Form, redirect } from 'react-router'
import type { Route } from './+types/shortcuts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { ShortcutList } from './ShortcutList.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { singleKeys } = await services(context).preferences.getPreferences()
  return { singleKeys, done: new URL(request.url).searchParams.has('fait') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  await services(context).preferences.setPreferences({ singleKeys: form.seules?.[0] === 'oui' })
  return redirect('/bureau/raccourcis?fait=oui')
}

/** All shortcuts, and whether letters alone act. */
export default function Shortcuts({ loaderData: { singleKeys, done } }: Route.ComponentProps) {
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={m.keys_title()} />
      <h1>{m.keys_title()}</h1>
      {done && <Notice tone="ok" title={m.ui_done()} announced />}
      <div className="card mt">
        <div className="card__b">
          <ShortcutList heading="h2" />
        </div>
      </div>
      <Form method="post" className="card mt">
        <div className="card__b">
          <label className="check">
            <input type="checkbox" name="seules" value="oui" defaultChecked={singleKeys} />
            <span>
              {m.keys_single()}
              <small>{m.keys_single_help()}</small>
            </span>
          </label>
          <Button look="primary">{m.keys_save()}</Button>
        </div>
      </Form>
    </main>
  )
}
