// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/Notice.tsx'

interface Props {
  readonly done: string | undefined
  /** The view that was just deleted. */
  readonly deleted: string | undefined
  readonly title: string | undefined
  readonly base: string
}

/** What became of a kept view, and the way back from its deletion. */
export function SavedNotice({ done, deleted, title = '', base }: Props) {
  if (done === 'vue-supprimee' && deleted !== undefined) {
    return (
      <Notice tone="ok" title={m.saved_deleted_one()} announced>
        <Form method="post" action={base}>
          <input type="hidden" name="acte" value="retablir" />
          <button className="linkbtn" name="vue" value={deleted}>
            {m.saved_undo()}
          </button>
        </Form>
      </Notice>
    )
  }
  if (title === '') return null
  if (done === 'vue-enregistree') return <Notice tone="ok" title={m.saved_saved({ title })} announced />
  if (done === 'vue-retablie') return <Notice tone="ok" title={m.saved_restored({ title })} announced />
  return null
}
