// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import type { MessageTyped } from '../../entry/post-message.server.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Thread, type ThreadMessage } from '../../ui/Thread.tsx'

interface Props {
  readonly messages: readonly ThreadMessage[]
  readonly mayPost: boolean
  readonly typed: MessageTyped | undefined
}

/** The discussion with the applicant, who reads it. */
export function EntryThread({ messages, mayPost, typed }: Props) {
  return (
    <section className="card" id="fil">
      <div className="card__h">
        <h2>{m.desk_entry_thread()}</h2>
        <span className="sm muted">{m.desk_entry_thread_visible()}</span>
      </div>
      <div className="card__b">
        {messages.length === 0 ? (
          <p className="muted">{m.portal_request_no_message()}</p>
        ) : (
          <Thread messages={messages} />
        )}
        {mayPost && <Reply key={messages.length} typed={typed} />}
      </div>
    </section>
  )
}

function Reply({ typed }: { typed: MessageTyped | undefined }) {
  const problems = Object.fromEntries((typed?.refusal.problems ?? []).map(({ path, text }) => [path, text]))
  return (
    <Form method="post" encType="multipart/form-data" className="reply" noValidate>
      {typed && typed.refusal.problems.length === 0 && (
        <Notice tone="danger" title={typed.refusal.detail} announced />
      )}
      <div className={problems.body ? 'field field--err' : 'field'}>
        <label className="label" htmlFor={inputId('body')}>
          {m.desk_entry_reply()}
        </label>
        <Problem name="body" text={problems.body} />
        <textarea className="input" id={inputId('body')} name="body" rows={3} defaultValue={typed?.body} />
      </div>
      <label className="check">
        <input type="checkbox" name="asks" value="yes" />
        <span>{m.desk_entry_reply_asks()}</span>
      </label>
      <label className="label" htmlFor={inputId('files')}>
        {m.portal_request_attach()} <span className="muted">({m.field_optional()})</span>
      </label>
      <Problem name="files" text={problems.files} />
      <input className="input" type="file" id={inputId('files')} name="files" multiple />
      <Button icon="send">{m.desk_entry_reply_send()}</Button>
    </Form>
  )
}
