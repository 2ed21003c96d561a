// SPDX-License-Identifier: MIT
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  allSteps,
  availableTransitions,
  check,
  filesNamedBy,
  exportSolution,
  formFields,
  importSolution,
  type Demonstration,
  type Solution,
} from '../engine/src/index.ts'
import { describe, expect, it } from 'vitest'
import { replay } from './replay-demonstration.ts'

const folder = new URL('../solutions/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, folder)))
  .map((entry) => entry.name)
type Shipped = { solution: Solution; demonstration?: Demonstration }
const shipped = await Promise.all(
  names.map((name) => import(new URL(`${name}/index.ts`, folder).href) as Promise<Shipped>), // as every solution exports
)
const loaded = shipped.map(({ solution }) => solution)
const demonstrations = shipped.flatMap(({ solution, demonstration }) =>
  demonstration ? [[solution.key, solution, demonstration] as const] : [],
)

describe.each(loaded.map((solution) => [solution.key, solution] as const))(
  'the solution %s',
  (key, solution) => {
    it('lies in the folder of its name', () => {
      expect(names).toContain(key)
    })

    it('has no error and leaves no doubt', () => {
      expect(check(solution, loaded)).toEqual([])
    })

    it('is the same after it was exported and imported', () => {
      expect(importSolution(exportSolution(solution))).toEqual({ ok: true, solution })
    })

    it('writes its French with typographic apostrophes and no plain space before a sign', () => {
      const texts = [...frenchTexts(solution)].map((text) => text.replaceAll(/\{\{.*?\}\}/gsu, ''))
      expect(texts.filter((text) => /[a-zà-ÿ]'[a-zà-ÿ]| [;:?!»]|« /iu.test(text))).toEqual([])
    })

    it('says something different in each language', () => {
      const isOneWord = (text: string) => !/\s/u.test(text.trim())
      const same = [...bothTexts(solution)].filter(({ fr, en }) => fr === en && !isOneWord(fr))
      expect(same.map(({ fr }) => fr).filter((text) => !properNames.has(text))).toEqual([])
    })

    it('gives every role something to do', () => {
      for (const role of Object.keys(solution.roles)) {
        const grants = solution.grants.filter(({ who }) => 'role' in who && who.role === role)
        expect(
          grants.flatMap(({ may }) => may),
          role,
        ).not.toEqual([])
      }
    })

    it('lets someone leave every state that is not closed', () => {
      for (const collection of Object.values(solution.collections)) {
        const { lifecycle } = collection
        for (const [state, { closed }] of Object.entries(lifecycle?.states ?? {})) {
          if (!lifecycle || closed) continue
          const ways = availableTransitions(
            lifecycle,
            { state },
            { granted: () => true, guardHolds: () => true },
          )
          expect(ways.length, state).toBeGreaterThan(0)
        }
      }
    })

    it('sends every mail it writes, and writes every mail it sends', () => {
      const sent = Object.values(solution.flows ?? {}).flatMap((flow) =>
        allSteps(flow.steps).flatMap((step) => (step.kind === 'notify' ? [step.mail] : [])),
      )
      expect([...new Set(sent)].toSorted()).toEqual(Object.keys(solution.mails ?? {}).toSorted())
    })

    it('asks on some form for every field that the public may write', () => {
      for (const { who, on, fields } of solution.grants) {
        if (who.kind !== 'everyone' || !fields?.write || fields.write === 'all') continue
        const asked = new Set(
          Object.values(solution.forms).flatMap((form) => (form.collection === on ? formFields(form) : [])),
        )
        const collection = solution.collections[on]
        const given = fields.write.filter((name) => collection?.fields[name]?.type !== 'computed')
        expect(given.filter((name) => !asked.has(name))).toEqual([])
      }
    })
  },
)

describe.each(demonstrations)('the demonstration of %s', (_key, solution, demonstration) => {
  const story = replay(demonstration, loaded)

  it('files what its forms accept and does what its rights allow', () => {
    expect(story.refusals).toEqual([])
  })

  it('would be refused where an answer is missing or an act is nobody’s', () => {
    const [filing] = demonstration.filings
    if (!filing) throw new Error('A demonstration files something')
    const stranger = { kind: 'link', purpose: 'nobody' } as const
    const act = { kind: 'message', daysAgo: 0, at: '09:00', by: stranger, text: 'Bonjour' } as const
    const { refusals } = replay(
      { ...demonstration, filings: [{ ...filing, answers: {}, acts: [act] }] },
      loaded,
    )
    expect(refusals.some((line) => line.endsWith(' required'))).toBe(true)
    expect(refusals.at(-1)).toContain('is not granted')
  })

  it('has some thirty entries, of every procedure and in every state', () => {
    const states = Object.values(solution.collections).flatMap(({ lifecycle }) =>
      Object.keys(lifecycle?.states ?? {}),
    )
    expect(story.requests.length).toBeGreaterThanOrEqual(30)
    expect(new Set(story.requests.map(({ state }) => state))).toEqual(new Set(states))
    expect(new Set(story.requests.map(({ procedure }) => procedure))).toEqual(
      new Set(Object.keys(solution.procedures ?? {})),
    )
  })

  it('brings every file it names, and nothing else', () => {
    const named = demonstration.filings.flatMap(({ answers, acts }) =>
      [answers, ...(acts ?? []).map((act) => ('answers' in act ? (act.answers ?? {}) : {}))]
        .flatMap((values) => Object.values(values))
        .flatMap(filesNamedBy),
    )
    expect(new Set(named)).toEqual(new Set(Object.keys(demonstration.files)))
    expect(Object.values(demonstration.files).filter((url) => !existsSync(fileURLToPath(url)))).toEqual([])
  })

  it('opens accounts to people it has, at the mailbox it gives them', () => {
    for (const { person, email } of demonstration.accounts) {
      const record = demonstration.records.find(({ name }) => name === person)
      expect(record?.values['email'], person).toBe(email)
    }
  })

  it('only writes to mailboxes that cannot exist (RFC 2606)', () => {
    const addresses = JSON.stringify(demonstration).match(/[\w.-]+@[\w.-]+/gu) ?? []
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([])
  })
})

/** Names that are the same in both languages. */
const properNames = new Set(['Les Tilleuls'])

function* bothTexts(value: unknown): Generator<{ fr: string; en: string }> {
  if (value === null || typeof value !== 'object') return
  const { fr, en } = value as { fr?: unknown; en?: unknown }
  if (typeof fr === 'string' && typeof en === 'string') yield { fr, en }
  else for (const inner of Object.values(value)) yield* bothTexts(inner)
}

function* frenchTexts(value: unknown): Generator<string> {
  for (const { fr } of bothTexts(value)) yield fr
}
