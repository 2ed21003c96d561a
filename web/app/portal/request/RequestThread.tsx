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
  /** Where the form is sent. */
  readonly action: string
}

/** The discussion and the way to answer. */
export function RequestThread({ messages, mayPost, typed, action }: Props) {
  return (
    <section className="card" id="fil">
      <div className="card__h">
        <h2>{m.portal_request_messages()}</h2>
        {messages.length > 0 && (
          <span className="muted sm">{m.portal_request_message_count({ count: messages.length })}</span>
        )}
      </div>
      <div className="card__b">
        {messages.length === 0 ? (
          <p className="muted">{m.portal_request_no_message()}</p>
        ) : (
          <Thread messages={messages} />
        )}
        {mayPost && <Reply typed={typed} action={action} />}
      </div>
    </section>
  )
}

function Reply({ typed, action }: Pick<Props, 'typed' | 'action'>) {
  const problems = Object.fromEntries((typed?.refusal.problems ?? []).map(({ path, text }) => [path, text]))
  return (
    <Form method="post" action={`${action}#fil`} encType="multipart/form-data" className="reply" noValidate>
      {typed && typed.refusal.problems.length === 0 && (
        <Notice tone="danger" title={typed.refusal.title} announced>
          <p>{typed.refusal.detail}</p>
        </Notice>
      )}
      <div className={problems.body ? 'field field--err' : 'field'}>
        <label className="label" htmlFor={inputId('body')}>
          {m.portal_request_message_label()}
        </label>
        <Problem name="body" text={problems.body} />
        <textarea
          className="input"
          id={inputId('body')}
          name="body"
          rows={3}
          defaultValue={typed?.body}
          aria-invalid={problems.body ? true : undefined}
          aria-describedby={problems.body ? `${inputId('body')}-problem` : undefined}
        />
      </div>
      <div className={problems.files ? 'field field--err' : 'field'}>
        <label className="label" htmlFor={inputId('files')}>
          {m.portal_request_attach()} <span className="muted">({m.field_optional()})</span>
        </label>
        <Problem name="files" text={problems.files} />
        <input className="input" type="file" id={inputId('files')} name="files" multiple />
      </div>
      <div className="row">
        <Button>{m.portal_request_send_message()}</Button>
      </div>
    </Form>
  )
}
