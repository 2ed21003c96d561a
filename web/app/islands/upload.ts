// SPDX-License-Identifier: MIT
import type { Keeper } from './keep.ts'
import { shrinkImage } from './shrink-image.ts'

type Answer = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly text: string }

/**
 * Sends files as soon as they are chosen, one after the other, each with its progress, and lets one be taken away and
 * put back. What is refused is told in its row, beside the field.
 */
export function sendFiles(form: HTMLFormElement, keeper: Keeper): void {
  const sending = new Set<Promise<void>>()

  form.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement
    const box = input.closest<HTMLElement>('[data-upload]')
    if (input.type !== 'file' || !box || !input.files?.length) return
    const files = [...input.files]
    // Sent now: not a second time with the form.
    input.value = ''
    const work = sendAll(box, input.name, files).finally(() => sending.delete(work))
    sending.add(work)
  })

  // Going on while a file is on its way would lose it: the form leaves once it has arrived.
  form.addEventListener(
    'submit',
    (event) => {
      if (sending.size === 0) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void Promise.all(sending).then(() => form.requestSubmit(event.submitter))
    },
    { capture: true },
  )

  async function sendAll(box: HTMLElement, name: string, files: readonly File[]): Promise<void> {
    const question = box.closest<HTMLElement>('[data-question]')?.dataset.question ?? ''
    const rows = files.map((file) => addRow(box, file))
    const refused: HTMLElement[] = []
    for (const [at, row] of rows.entries()) {
      const file = files[at]
      if (!file || row.cancelled()) continue
      const answer = await send(box.dataset.upload ?? '', name, await shrinkImage(file), row)
      if (!answer) continue
      if (answer.ok) row.element.append(hiddenInput(name, answer.id))
      else {
        row.refuse(answer.text)
        refused.push(row.element)
      }
    }
    await keeper.keep()
    // The rows of the server: its thumbnail, its button that works without a script. Refusals stay to be read.
    const list = (await keeper.refresh(question))?.querySelector(`[data-upload] .ups`)
    if (list) list.append(...refused)
  }

  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('[data-upload] button[name=_remove]')
    const row = button?.closest('li')
    if (!button || !row) return
    event.preventDefault()
    takeAway(row, button)
  })

  /** The file is only left out: it can be put back until the form is sent. */
  function takeAway(row: HTMLElement, button: HTMLButtonElement): void {
    const hidden = row.querySelector<HTMLInputElement>('input[type=hidden]')
    const box = row.closest<HTMLElement>('[data-upload]')
    const back = document.createElement('button')
    back.type = 'button'
    back.className = 'btn btn--quiet'
    back.textContent = box?.dataset.undo ?? ''
    if (hidden) hidden.disabled = true
    row.classList.add('gone')
    button.replaceWith(back)
    back.focus()
    const told = row.querySelector('.state')
    const former = told?.textContent ?? ''
    if (told) told.textContent = box?.dataset.removed ?? ''
    void keeper.keep()
    back.addEventListener('click', () => {
      if (hidden) hidden.disabled = false
      row.classList.remove('gone')
      back.replaceWith(button)
      button.focus()
      if (told) told.textContent = former
      void keeper.keep()
    })
  }
}

interface Row {
  readonly element: HTMLElement
  progress(percent: number): void
  refuse(text: string): void
  cancelled(): boolean
  onCancel(stop: () => void): void
}

/** A row made from the page's template: name, size, progress, and the button that gives up. */
function addRow(box: HTMLElement, file: File): Row {
  const template = box.querySelector('template')
  const element = template?.content.firstElementChild?.cloneNode(true) as HTMLElement
  const bar = element.querySelector('progress')
  const told = element.querySelector('.state')
  const sending = told?.textContent ?? ''
  let isCancelled = false
  let stop = () => {}
  const name = element.querySelector('b')
  if (name) name.textContent = file.name
  box.querySelector('.ups')?.append(element)
  element.querySelector('button')?.addEventListener('click', () => {
    isCancelled = true
    stop()
    element.remove()
  })
  return {
    element,
    progress(percent) {
      if (bar) bar.value = percent
      if (told) told.textContent = `${sending} ${percent} %`
    },
    refuse(text) {
      bar?.remove()
      element.classList.add('bad')
      if (told) told.textContent = text
      told?.setAttribute('role', 'alert')
      const button = element.querySelector('button')
      if (button) button.textContent = element.dataset.dismiss ?? ''
    },
    cancelled: () => isCancelled,
    onCancel: (work) => {
      stop = work
    },
  }
}

/** `undefined` when the person has given up. XMLHttpRequest: `fetch` does not tell how far a body has gone. */
function send(address: string, name: string, file: File, row: Row): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append(name, file, file.name)
    const failed = () => resolve({ ok: false, text: row.element.dataset.failed ?? '' })
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      row.progress(Math.round((loaded / total) * 100)),
    )
    request.addEventListener('load', () => {
      try {
        resolve(JSON.parse(request.responseText) as Answer)
      } catch {
        failed()
      }
    })
    request.addEventListener('error', failed)
    request.addEventListener('abort', () => resolve(undefined))
    row.onCancel(() => request.abort())
    request.open('POST', address)
    request.send(body)
  })
}

function hiddenInput(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'hidden'
  input.name = name
  input.value = value
  return input
}
