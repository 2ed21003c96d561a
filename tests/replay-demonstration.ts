// SPDX-License-Identifier: MIT
import {
  checkForm,
  collectionOf,
  collectionRef,
  decideTransition,
  demonstrationValues,
  grantsOf,
  holds,
  mayDo,
  modelOf,
  nobody,
  recordRef,
  writableFields,
  type Action,
  type Actor,
  type Demonstration,
  type DemonstrationAct,
  type DemonstrationFiling,
  type DemonstrationValue,
  type EntryRow,
  type HeldGrant,
  type Solution,
} from '../engine/src/index.ts'

/*
 * Plays a demonstration with the engine alone: forms, rights, guards and lifecycles decide, nothing is stored. What the
 * engine refuses here, the server would refuse when the demonstration is installed.
 */

type Request = {
  procedure: string
  state: string
  remembered: string | null
  values: Record<string, unknown>
}
type Story = { requests: readonly Request[]; refusals: readonly string[] }

export function replay(demonstration: Demonstration, solutions: readonly Solution[]): Story {
  const refusals: string[] = []
  const ids = new Map(demonstration.records.map(({ name }, index) => [name, idAt(index)]))
  const actors = new Map(demonstration.records.map(({ name }) => [name, actorOf(demonstration, ids, name)]))
  const requests = demonstration.filings.map((filing) => {
    const tell = (what: string) => refusals.push(`${filing.procedure}, ${filing.daysAgo} days ago: ${what}`)
    return play(filing, { solutions, ids, actors, tell })
  })
  return { requests, refusals }
}

type Stage = {
  solutions: readonly Solution[]
  ids: ReadonlyMap<string, string>
  actors: ReadonlyMap<string, Actor>
  tell: (what: string) => void
}

function play(filing: DemonstrationFiling, stage: Stage): Request {
  const solution = stage.solutions.find(({ procedures }) => procedures?.[filing.procedure])
  const procedure = solution?.procedures?.[filing.procedure]
  const form = procedure && solution.forms[procedure.form]
  const collection = form && solution?.collections[form.collection]
  if (!solution || !procedure || !form || !collection?.lifecycle)
    throw new Error(`No procedure ${filing.procedure}`)
  const day = daysBefore(filing.daysAgo)
  const candidates = resolve(filing.answers, stage.ids, day)
  const scope = { collection, today: day, now: `${day}T09:00:00.000Z` }
  const checked = checkForm(form, scope, procedure.presets ?? {}, candidates)
  if (!checked.ok) for (const { path, problem } of checked.problems) stage.tell(`${path} ${problem.code}`)
  for (const name of Object.keys(candidates)) {
    if (!Object.hasOwn(checked.values, name)) stage.tell(`${name} is not asked`)
  }
  const request: Request = {
    procedure: filing.procedure,
    state: collection.lifecycle.initial,
    remembered: null,
    values: { ...checked.values, ...procedure.presets },
  }
  const owner = filing.person ? stage.ids.get(filing.person) : undefined
  for (const act of filing.acts ?? []) {
    perform(request, act, { ...stage, solution, collectionKey: form.collection, owner: owner ?? null })
  }
  return request
}

type Scene = Stage & { solution: Solution; collectionKey: string; owner: string | null }

function perform(request: Request, act: DemonstrationAct, scene: Scene): void {
  const { solution, collectionKey, ids, tell } = scene
  const collection = solution.collections[collectionKey]
  if (!collection?.lifecycle) return
  const holding = grantsHolding(request, act, scene)
  const may = (action: Action) => mayDo(holding, action)
  const day = daysBefore(act.daysAgo)
  const write = (action: Action, given: Readonly<Record<string, DemonstrationValue>>) => {
    const writable = writableFields(holding, collection, action)
    for (const name of Object.keys(given)) if (!writable.has(name)) tell(`${action} may not write ${name}`)
    Object.assign(request.values, resolve(given, ids, day))
  }
  switch (act.kind) {
    case 'message':
      if (!may('comment')) tell(`a message on ${request.state} is not granted`)
      return
    case 'note':
      if (!may('note') || !holding.some(({ grant }) => grant.notes?.includes(act.audience))) {
        tell(`a note to ${act.audience} is not granted`)
      }
      return
    case 'edit':
      if (!may('edit')) tell('an edit is not granted')
      write('edit', act.values)
      return
    case 'transition': {
      const asked = { granted: may, guardHolds: true, reason: act.reason }
      const position = { state: request.state, rememberedState: request.remembered }
      const outcome = decideTransition(collection.lifecycle, position, act.transition, asked)
      if (!outcome.ok) {
        tell(`${act.transition} from ${request.state}: ${outcome.refusal}`)
        return
      }
      write(`transition:${act.transition}`, act.answers ?? {})
      request.state = outcome.state
      if (outcome.remembers !== undefined) request.remembered = outcome.remembers
    }
  }
}

function grantsHolding(request: Request, act: DemonstrationAct, scene: Scene): readonly HeldGrant[] {
  const { solution, collectionKey, owner } = scene
  const ref = collectionRef(collectionKey, solution.key)
  const model = modelOf(scene.solutions)
  const row: EntryRow = {
    id: requestId,
    collection: ref,
    state: request.state,
    number: null,
    title: null,
    owner,
    createdAt: new Date().toISOString(),
    updatedAt: new Date().toISOString(),
    closedAt: null,
    values: request.values,
  }
  const actor = doer(act.by, scene)
  const world = { entry: () => undefined, referring: () => [] }
  const at = {
    model,
    collection: ref,
    world,
    actor,
    today: daysBefore(act.daysAgo),
    timeZone: 'Europe/Paris',
  }
  return grantsOf(solution, collectionOf(ref), actor).filter(({ condition }) => holds(condition, row, at))
}

function doer(by: DemonstrationAct['by'], { solution, actors }: Scene): Actor {
  if (by.kind === 'person') return actors.get(by.person) ?? nobody()
  const purpose = `${solution.key}.${by.purpose}`
  return { kind: 'link', linkId: idAt(900), purpose, entryId: requestId, email: '', name: '', locale: 'fr' }
}

function actorOf(demonstration: Demonstration, ids: ReadonlyMap<string, string>, name: string): Actor {
  const personId = ids.get(name) ?? ''
  const roles = demonstration.records.flatMap(({ values }) => {
    const { person, organisation, role } = values
    if (typeof role !== 'string' || refOf(person) !== name) return []
    return [{ role, organisation: ids.get(refOf(organisation) ?? '') ?? '' }]
  })
  return { kind: 'person', personId, name, email: `${name}@plassans.example`, locale: 'fr', roles }
}

/** The values with records, files and days put in the place of their names. */
function resolve(
  values: Readonly<Record<string, DemonstrationValue>>,
  ids: ReadonlyMap<string, string>,
  day: string,
): Record<string, unknown> {
  return demonstrationValues(values, {
    recordId: (name) => ids.get(name) ?? '',
    fileId: () => idAt(500),
    day,
  })
}

function refOf(value: DemonstrationValue | undefined): string | undefined {
  const named = recordRef.safeParse(value)
  return named.success ? named.data.ref : undefined
}

const requestId = idAt(999)

function idAt(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}

function daysBefore(days: number): string {
  return dayAfter(new Date().toISOString().slice(0, 10), -days)
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
