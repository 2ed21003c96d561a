// SPDX-License-Identifier: MIT
import { type KeyboardEvent, useRef, useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../Button.tsx'
import { type FormState, inputId, type OfferedEntry, withoutPlaces } from './form-state.ts'

/** After the last letter, before the server is asked. */
const pauseMs = 250

/** The offers of a reference: those of the page, or those found since by what is typed. */
export function useOffers(form: FormState, name: string) {
  const key = withoutPlaces(name)
  const [found, setFound] = useState<readonly OfferedEntry[]>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(0)
  const find = (words: string) => {
    const { searchAt, crowded } = form
    if (searchAt === undefined) return
    clearTimeout(timer.current)
    const turn = (asked.current += 1)
    timer.current = setTimeout(() => {
      void fetchOffers(`${searchAt}/${crowded?.[key]}`, words).then((offers) => {
        // An answer to what is no longer typed comes too late.
        if (offers && turn === asked.current) setFound(words.trim() === '' ? undefined : offers)
      })
    }, pauseMs)
  }
  return { offers: found ?? form.offers[key] ?? [], find }
}

async function fetchOffers(address: string, words: string): Promise<readonly OfferedEntry[] | undefined> {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(words)}`)
    return answer.ok ? ((await answer.json()) as OfferedEntry[]) : undefined
  } catch {
    return undefined
  }
}

interface Props {
  readonly form: FormState
  readonly name: string
  /** How many are offered now. */
  readonly found: number
  readonly find: (words: string) => void
}

/** Looks for what a list is too short to hold: while one types, or by its button, which brings the form back. */
export function OffersSearch({ form, name, found, find }: Props) {
  const id = `${inputId(name)}-search`
  const hold = (event: KeyboardEvent) => {
    // Enter would take the action.
    if (event.key === 'Enter' && form.searchAt !== undefined) event.preventDefault()
  }
  return (
    <div className="row offers">
      <label className="vh" htmlFor={id}>
        {m.field_search_label()}
      </label>
      <input
        className="input"
        type="search"
        id={id}
        name={`_search.${name}`}
        placeholder={m.field_search_label()}
        defaultValue={form.searched?.[name]}
        autoComplete="off"
        onInput={(event) => find(event.currentTarget.value)}
        onKeyDown={hold}
      />
      {form.searched !== undefined && (
        <Button icon="search" name="_search" value={name}>
          {m.field_search()}
        </Button>
      )}
      <output className="vh">{m.field_search_found({ count: found })}</output>
    </div>
  )
}
