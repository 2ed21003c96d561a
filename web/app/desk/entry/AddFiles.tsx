// SPDX-License-Identifier: MIT
import { type DragEvent, useRef, useState } from 'react'
import { Form, useNavigation } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'

interface Props {
  readonly action: string
  /** Why files were refused, one sentence each. */
  readonly problems: readonly string[]
}

/** Files to add: chosen, or dropped there. Each button says who will see them. */
export function AddFiles({ action, problems }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { state, formAction } = useNavigation()
  const isSending = state === 'submitting' && (formAction ?? '').startsWith(action)
  const take = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <section className="card mt">
      <div className="card__h">
        <h2>{m.files_add()}</h2>
      </div>
      <Form method="post" action={action} encType="multipart/form-data" className="card__b">
        <div
          className={isOver ? 'drop drop--over' : 'drop'}
          onDragOver={over}
          onDragLeave={() => setOver(false)}
          onDrop={take}
        >
          <label className="label" htmlFor={inputId('pieces')}>
            <Icon name="upload" /> {m.files_drop()}
          </label>
          <p className="hint">{m.files_add_help()}</p>
          <Problem name="pieces" text={problems.length > 0 ? problems.join(' ') : undefined} />
          <input
            ref={input}
            className="input"
            type="file"
            id={inputId('pieces')}
            name="pieces"
            multiple
            required
          />
        </div>
        {isSending && <progress className="bar" aria-label={m.files_send()} />}
        <div className="f-act">
          <Button formAction={`${action}?pour=guichet`} icon="paperclip" disabled={isSending}>
            {m.files_send_handlers()}
          </Button>
          <Button formAction={`${action}?pour=tous`} icon="user" disabled={isSending}>
            {m.files_send_everyone()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
