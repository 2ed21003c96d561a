// SPDX-License-Identifier: MIT
import { type LocalizedText, mayDo, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorGrants, createEntries } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'
import { directoryOf, readCsv } from '../people/index.ts'
import { changeTerritories, type KnownTerritory, knownTerritories } from './territories.queries.ts'
import { type ReadTerritory, readTerritories, type TerritoryName } from './read-territories.ts'
import { territoryMessages } from './territory-messages.ts'

/** What is wrong in a file: the line, the value at fault, and why. */
export type TerritoryFault = {
  readonly line: number
  readonly value: string | null
  readonly text: LocalizedText
}

export type ImportedTerritories =
  | { readonly ok: true; readonly made: number; readonly changed: number; readonly same: number }
  | { readonly ok: false; readonly faults: readonly TerritoryFault[] }

const mostFaults = 200
const chunk = 500

/**
 * Enters the territories of a file in the directory, or brings those that it knows by kind and code up to date; the
 * others stay. The same file imported twice is imported once. A file with a fault changes nothing. No flow is started:
 * a country is not news.
 *
 * @throws Problem `sign-in-required`, `not-allowed` without the right to create territories; `not-found` in a directory
 *   without any
 */
export async function importTerritories(context: Context, content: Uint8Array): Promise<ImportedTerritories> {
  const definitions = await definitionsOf(context)
  const { territory } = await directoryOf(context)
  const identity = definitions.identity?.identity.territory
  if (!territory || !identity) throw problem('not-found')
  if (!mayDo(actorGrants(definitions, territory.ref, context), 'create'))
    throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')

  const lines = readCsv(decoded(content))
  if (!lines) return refused([{ line: 1, value: null, text: territoryMessages.unclosedQuote }])
  if (lines.length < 2) return refused([{ line: 1, value: null, text: territoryMessages.empty }])
  const read = readTerritories(lines)
  if (!read) return refused([{ line: 1, value: null, text: territoryMessages.columns }])
  const fields = definitions.model.collections.get(territory.ref)?.fields ?? {}
  const kind = fields[identity.kind]
  const kinds = new Set(kind?.type === 'choice' ? kind.options.map(({ value }) => value) : [])

  return context.db.transaction().execute(async (tx) => {
    const known = new Map((await knownTerritories(tx, territory)).map((one) => [keyOf(one), one]))
    const placed = placedIn(context, read, known)
    const faults = faultsOf(read, { kinds, known: placed.ids })
    if (faults.length > 0) return refused(faults)
    const { made, changed } = placed
    for (let at = 0; at < made.length; at += chunk) {
      await createEntries(tx, actingAs(context, system), {
        collection: territory.ref,
        entries: made.slice(at, at + chunk).map(({ id, parent, name, code, kind: ofKind }) => ({
          id,
          values: {
            [identity.kind]: ofKind,
            [identity.code]: code,
            [identity.name]: name,
            [identity.parent]: parent,
          },
        })),
      })
    }
    for (let at = 0; at < changed.length; at += chunk) {
      await changeTerritories(tx, territory, changed.slice(at, at + chunk), context.clock.now())
    }
    const figures = { made: made.length, changed: changed.length }
    await recordEvent(tx, context, { kind: 'territories.imported', payload: figures })
    return { ok: true, ...figures, same: read.length - made.length - changed.length }
  })
}

const keyOf = ({ kind, code }: TerritoryName): string => `${kind} ${code}`

type Placed = {
  readonly ids: ReadonlyMap<string, string>
  readonly made: readonly KnownTerritory[]
  readonly changed: readonly KnownTerritory[]
}

/** What of the file is new and what differs, each with its id and that of what it lies in. */
function placedIn(
  context: Context,
  read: readonly ReadTerritory[],
  known: ReadonlyMap<string, KnownTerritory>,
): Placed {
  const ids = new Map([...known].map(([key, { id }]) => [key, id]))
  for (const one of read) if (!ids.has(keyOf(one))) ids.set(keyOf(one), context.ids.next())
  const made: KnownTerritory[] = []
  const changed: KnownTerritory[] = []
  for (const { kind, code, name, parents } of read) {
    const key = keyOf({ kind, code })
    const former = known.get(key)
    const parent = parents.map((one) => ids.get(keyOf(one))).find((id) => id !== undefined) ?? null
    const territory = { id: ids.get(key) ?? '', kind, code, name, parent }
    if (!former) made.push(territory)
    else if (former.name !== name || former.parent !== parent) changed.push(territory)
  }
  return { ids, made, changed }
}

function faultsOf(
  read: readonly ReadTerritory[],
  { kinds, known }: { kinds: ReadonlySet<string>; known: ReadonlyMap<string, string> },
): TerritoryFault[] {
  const faults: TerritoryFault[] = []
  const seen = new Map<string, number>()
  for (const one of read) {
    if (faults.length >= mostFaults) break
    const { line, kind, code, name, parents } = one
    const fault = (value: string, text: LocalizedText) => faults.push({ line, value, text })
    const former = seen.get(keyOf(one))
    const [first] = parents
    if (!kinds.has(kind)) fault(kind, territoryMessages.kind)
    else if (code === '' || name === '') fault('', territoryMessages.missing)
    else if (code.length > 10 || name.length > 120)
      fault(code.length > 10 ? code : name, territoryMessages.tooLong)
    else if (former !== undefined) fault(code, territoryMessages.twice(former))
    else if (first && keyOf(first) === keyOf(one)) fault(code, territoryMessages.itself)
    else if (first && !parents.some((parent) => known.has(keyOf(parent))))
      fault(first.code, territoryMessages.parent)
    seen.set(keyOf(one), line)
  }
  return faults
}

/** UTF-8, or the Windows set that spreadsheets still write. */
function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

const refused = (faults: readonly TerritoryFault[]): ImportedTerritories => ({ ok: false, faults })
