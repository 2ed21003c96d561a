// SPDX-License-Identifier: MIT
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { UploadRows } from './UploadRows.tsx'
import { useUploads } from './use-uploads.ts'

interface Props {
  readonly action: string
  /** Why files were refused, one sentence each. */
  readonly problems: readonly string[]
}

/**
 * Files to add: chosen, or dropped there. Each button says who will see them. With a script they leave one by one, each
 * with its progress; without one, all with the form.
 */
export function AddFiles({ action, problems }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const { rows, send, retry, dismiss } = useUploads()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const files = [...(input.current?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    // The button that was pressed says who will read them.
    const { submitter } = event.nativeEvent as SubmitEvent
    const { search } = new URL(submitter?.getAttribute('formaction') ?? action, location.href)
    send(files, `${action}/envoi${search}`)
    if (input.current) input.current.value = ''
  }
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
      <Form method="post" action={action} encType="multipart/form-data" className="card__b" onSubmit={submit}>
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
        <UploadRows rows={rows} retry={retry} dismiss={dismiss} />
        <div className="f-act">
          <Button formAction={`${action}?pour=guichet`} icon="paperclip">
            {m.files_send_handlers()}
          </Button>
          <Button formAction={`${action}?pour=tous`} icon="user">
            {m.files_send_everyone()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
