// SPDX-License-Identifier: MIT

interface Found {
  readonly line: string
  readonly detail: string
  readonly address: Readonly<Record<string, unknown>> & { readonly label: string }
}

const waitMs = 160
const shortest = 3

/**
 * A list of addresses that opens while one is typed: the « editable combobox with list autocomplete » of the ARIA
 * Authoring Practices (W3C, APG 1.2). The focus stays in the field; the list is told, not entered.
 */
export function completeAddresses(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>('input:not([type=hidden])')
  if (!input || box.dataset.ready) return
  box.dataset.ready = 'yes'
  const name = box.dataset.address ?? ''
  const list = document.createElement('ul')
  const status = document.createElement('p')
  let found: readonly Found[] = []
  let active = -1
  let timer: number | undefined
  let asking: AbortController | undefined

  list.className = 'combo'
  list.id = `${input.id}-list`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', box.dataset.list ?? '')
  list.hidden = true
  status.className = 'vh'
  status.setAttribute('role', 'status')
  box.append(list, status)
  set(input, {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
    autocomplete: 'off',
  })

  function close(): void {
    list.hidden = true
    active = -1
    input?.setAttribute('aria-expanded', 'false')
    input?.removeAttribute('aria-activedescendant')
  }

  function open(): void {
    list.replaceChildren(...found.map(option))
    list.hidden = found.length === 0
    active = -1
    input?.setAttribute('aria-expanded', String(found.length > 0))
    input?.removeAttribute('aria-activedescendant')
    const { found: told = '', none = '' } = box.dataset
    status.textContent = found.length === 0 ? none : told.replace('{count}', String(found.length))
  }

  function option({ line, detail }: Found, at: number): HTMLLIElement {
    const item = document.createElement('li')
    const first = document.createElement('b')
    const second = document.createElement('span')
    first.textContent = line
    second.textContent = detail
    item.append(first, second)
    set(item, { role: 'option', id: `${list.id}-${at}`, 'aria-selected': 'false' })
    // Before the field loses the focus, which would close the list under the finger.
    item.addEventListener('pointerdown', (event) => event.preventDefault())
    item.addEventListener('click', () => choose(at))
    return item
  }

  function point(at: number): void {
    active = at
    for (const [place, item] of [...list.children].entries()) {
      item.setAttribute('aria-selected', String(place === at))
      if (place === at) item.scrollIntoView({ block: 'nearest' })
    }
    input?.setAttribute('aria-activedescendant', `${list.id}-${at}`)
  }

  function choose(at: number): void {
    const chosen = found[at]?.address
    if (!chosen || !input) return
    input.value = chosen.label
    write(chosen)
    close()
    status.textContent = chosen.label
    // Choices proposed by the server for the former line have no purpose any more.
    box.closest('.field')?.querySelector('.found')?.remove()
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }

  /** What the base knows travels hidden, with the line it belongs to: see `AddressEditor`. */
  function write({ coordinates, ...parts }: Found['address']): void {
    const { lon, lat } = (coordinates ?? {}) as { lon?: number; lat?: number }
    for (const hidden of box.querySelectorAll('input[type=hidden]')) hidden.remove()
    const all = { ...parts, lon, lat, label: undefined, _found: parts.label }
    for (const [part, value] of Object.entries(all)) {
      if (value === undefined || value === null) continue
      const hidden = document.createElement('input')
      set(hidden, { type: 'hidden', name: `${name}.${part}`, value: String(value) })
      box.append(hidden)
    }
  }

  async function ask(): Promise<void> {
    const text = input?.value.trim() ?? ''
    asking?.abort()
    if (text.length < shortest) return close()
    const mine = new AbortController()
    asking = mine
    try {
      const answer = await fetch(`/api/v1/addresses?q=${encodeURIComponent(text.slice(0, 200))}`, {
        signal: mine.signal,
      })
      if (!answer.ok) return close()
      found = ((await answer.json()) as { addresses: Found[] }).addresses
      if (document.activeElement === input) open()
    } catch {
      // The line is placed when the form is sent.
    }
  }

  input.addEventListener('input', (event) => {
    if (!event.isTrusted) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), waitMs)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    const { length } = found
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault()
      choose(active)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && length > 0) {
      event.preventDefault()
      if (list.hidden) open()
      const step = event.key === 'ArrowDown' ? 1 : -1
      point(active < 0 ? (step > 0 ? 0 : length - 1) : (active + step + length) % length)
    }
  })
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
