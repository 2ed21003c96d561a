// SPDX-License-Identifier: MIT

/** What the rest of the page may ask of the keeping of its answers. */
export interface Keeper {
  /** Keeps now. Resolves once it is done, or has failed. */
  keep(): Promise<void>
  /** Shows a question again as the server has it now; `undefined` when it cannot be read. */
  refresh(question: string): Promise<Element | undefined>
}

interface Kept {
  readonly saved: string
  readonly shown: readonly string[]
  readonly computed: Readonly<Record<string, string>>
}

/** After the last key, and after a choice: what hides or shows a question is answered at once. */
const typingMs = 900
const choosingMs = 80

/**
 * Sends the answers of a page to be kept while they are typed, and when the page is left. Its questions are then those
 * that the answers show; what is being typed in the others is not touched.
 */
export function keepWhileTyping(form: HTMLFormElement, improve: (part: ParentNode) => void): Keeper {
  const address = form.dataset.keep ?? ''
  let timer: number | undefined
  let running: AbortController | undefined
  let dirty = false
  let leaving = false

  async function keep(): Promise<void> {
    clearTimeout(timer)
    running?.abort()
    const mine = new AbortController()
    running = mine
    dirty = false
    try {
      const answer = await fetch(address, { method: 'POST', body: answersOf(form), signal: mine.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      await show((await answer.json()) as Kept)
    } catch {
      // Nothing is lost: what is typed is still on the page, and goes with the next try or with the form itself.
      if (!mine.signal.aborted) dirty = true
    }
  }

  async function show({ saved, shown, computed }: Kept): Promise<void> {
    for (const place of document.querySelectorAll('[data-saved]')) place.textContent = saved
    for (const [key, words] of Object.entries(computed)) {
      const place = question(key)?.querySelector('output')
      if (place) place.textContent = words
    }
    const here = [...form.querySelectorAll<HTMLElement>('[data-question]')].map((one) => one.dataset.question)
    if (here.join() !== shown.join()) await arrange()
  }

  /** Takes out the questions that are no longer asked and puts the new ones in their place. */
  async function arrange(): Promise<void> {
    const fresh = await pageNow()
    if (!fresh) return
    const asked = [...fresh.querySelectorAll<HTMLElement>('[data-question]')]
    const keys = asked.map((one) => one.dataset.question)
    for (const one of form.querySelectorAll<HTMLElement>('[data-question]')) {
      if (!keys.includes(one.dataset.question)) one.remove()
    }
    let before: Element | null = null
    for (const one of asked) {
      const known = question(one.dataset.question ?? '')
      if (!known) {
        const added = document.adoptNode(one)
        if (before) before.after(added)
        else form.querySelector('[data-questions]')?.prepend(added)
        improve(added)
      }
      before = question(one.dataset.question ?? '') ?? before
    }
  }

  async function refresh(key: string): Promise<Element | undefined> {
    const fresh = (await pageNow())?.querySelector(`[data-question="${CSS.escape(key)}"]`)
    const known = question(key)
    if (!fresh || !known) return undefined
    const added = document.adoptNode(fresh)
    known.replaceWith(added)
    improve(added)
    return added
  }

  const question = (key: string) => form.querySelector<HTMLElement>(`[data-question="${CSS.escape(key)}"]`)

  function later(ms: number): void {
    dirty = true
    clearTimeout(timer)
    timer = window.setTimeout(() => void keep(), ms)
  }

  form.addEventListener('input', (event) => {
    const input = event.target as HTMLInputElement
    if (input.type === 'file' || input.name === '') return
    later(/^(radio|checkbox|select-one|date)$/.test(input.type) ? choosingMs : typingMs)
  })
  form.addEventListener('submit', () => {
    leaving = true
    clearTimeout(timer)
    running?.abort()
  })
  // A telephone may never come back to a page that it put aside.
  window.addEventListener('pagehide', () => {
    if (dirty && !leaving) navigator.sendBeacon(address, answersOf(form))
  })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) leaving = false
  })
  return { keep, refresh }
}

/** The answers as a form without files sends them. */
function answersOf(form: HTMLFormElement): URLSearchParams {
  const answers = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') answers.append(name, value)
  return answers
}

async function pageNow(): Promise<Document | undefined> {
  const answer = await fetch(location.href)
  if (!answer.ok) return undefined
  // Its content alone: the styles of a whole document would be refused, and complained of, by our own policy.
  const [, main = ''] = /(<main[\s\S]*<\/main>)/.exec(await answer.text()) ?? []
  return new DOMParser().parseFromString(main, 'text/html')
}
