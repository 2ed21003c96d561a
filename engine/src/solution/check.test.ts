// SPDX-License-Identifier: MIT
/* oxlint-disable typescript/no-non-null-assertion -- a change that misses its target throws, and the test fails */
import { describe, expect, it } from 'vitest'
import { compare } from '../condition/condition.ts'
import type { Field } from '../field-types/registry.ts'
import type { Step } from '../flow/flow.ts'
import { check } from './check.ts'
import type { Solution } from './solution.ts'
import { changed, library, type Draft } from './testing/library.ts'

type Change = (draft: Draft<Solution>) => void
type Loan = Draft<NonNullable<Solution['collections'][string]>>

const loan = (draft: Draft<Solution>) => draft.collections['loan'] as Loan
const lifecycle = (draft: Draft<Solution>) => loan(draft).lifecycle as NonNullable<Loan['lifecycle']>
const label = { fr: 'Essai', en: 'Trial' }
const text: Draft<Field> = { type: 'text', label }
const end = (key: string): Draft<Step> => ({ kind: 'end', key })

const found = (change: Change, others: readonly Solution[] = []) =>
  check(changed(library, change), others).map(({ code, path }) => `${code} ${path}`)

/** Each breaks one thing; `code path` is what must be told of it, and nothing else. */
const faults: readonly (readonly [told: string, change: Change])[] = [
  [
    'unknown-screen help.reader.sections[0].screens[1]',
    (d) =>
      (d.help = {
        reader: {
          title: label,
          lead: label,
          sections: [{ title: label, body: label, screens: ['desk.queue', 'desk.cellar'] }],
        },
      }),
  ],
  ['unknown-solution uses[0]', (d) => (d.uses = ['elsewhere'])],
  [
    'unknown-collection collections.loan.fields.branch.to',
    (d) => (loan(d).fields['branch'] = { type: 'reference', to: 'house', label }),
  ],
  ['unknown-collection forms.closing.collection', (d) => (d.forms['closing']!.collection = 'house')],
  ['system-name collections.loan.fields.state', (d) => (loan(d).fields['state'] = text)],
  ['system-name collections.loan.fields.ownerId', (d) => (loan(d).fields['ownerId'] = text)],
  [
    'same-column collections.loan.fields.due_on',
    (d) => Object.assign(loan(d).fields, { dueOn: text, due_on: text }),
  ],
  [
    'name-too-long collections.loan.fields.aBCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ',
    (d) => (loan(d).fields['aBCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJ'] = text),
  ],
  ['invalid-expression collections.loan.entryTitle', (d) => (loan(d).entryTitle = '{{ entry.author }}')],
  [
    'invalid-expression collections.loan.entryTitles[0].template',
    (d) => (loan(d).entryTitles![0]!.template = '{{ book'),
  ],
  [
    'invalid-condition collections.loan.entryTitles[0].when',
    (d) => (loan(d).entryTitles![0]!.when = compare('branch.name', 'filled')),
  ],
  ['unknown-field collections.loan.contact.name', (d) => (loan(d).contact!.name = 'nobody')],
  ['wrong-type collections.loan.contact.email', (d) => (loan(d).contact!.email = 'book')],
  ['wrong-type collections.loan.heldBy', (d) => (loan(d).heldBy = 'book')],
  ['wrong-type collections.loan.due[1]', (d) => (loan(d).due = ['legalDueOn', 'book'])],
  ['unknown-field collections.loan.due[0]', (d) => (loan(d).due = ['someDay'])],
  [
    'system-name collections.loan.fields.due',
    (d) => {
      loan(d).due = ['dueOn']
      loan(d).fields['due'] = { type: 'date', label }
    },
  ],
  ['not-stored collections.loan.search[0]', (d) => (loan(d).search = ['advice'])],
  ['restricted-search collections.loan.search[1]', (d) => (d.grants[3]!.fields = { read: ['book'] })],
  [
    'invalid-expression collections.loan.fields.fee.expression',
    (d) =>
      (loan(d).fields['fee'] = { type: 'computed', label, expression: 'entry.price * 2', result: 'number' }),
  ],
  ['unknown-state collections.loan.lifecycle.initial', (d) => (lifecycle(d).initial = 'nowhere')],
  [
    'unknown-state collections.loan.lifecycle.transitions.lend.from[0]',
    (d) => (lifecycle(d).transitions['lend']!.from = ['nowhere', 'asked']),
  ],
  [
    'unknown-state collections.loan.lifecycle.transitions.resume.to.otherwise',
    (d) => (lifecycle(d).transitions['resume']!.to = { back: true, otherwise: 'nowhere' }),
  ],
  [
    'unknown-stage collections.loan.lifecycle.states.asked.stage',
    (d) => (lifecycle(d).states['asked']!.stage = 'nowhere'),
  ],
  [
    'nothing-remembered collections.loan.lifecycle.states.asked.holder',
    (d) => {
      lifecycle(d).states['asked']!.holder = { back: true, otherwise: label }
      lifecycle(d).transitions['pause']!.remember = false
      lifecycle(d).transitions['resume']!.to = 'asked'
    },
  ],
  [
    'nothing-remembered collections.loan.lifecycle.transitions.resume.to',
    (d) => (lifecycle(d).transitions['pause']!.remember = false),
  ],
  [
    'unknown-transition collections.loan.lifecycle.transitions.lend.undo',
    (d) => (lifecycle(d).transitions['lend']!.undo = 'burn'),
  ],
  [
    'undo-from-elsewhere collections.loan.lifecycle.transitions.lend.undo',
    (d) => (lifecycle(d).transitions['lend']!.undo = 'refuse'),
  ],
  [
    'unknown-form collections.loan.lifecycle.transitions.pause.asksFor',
    (d) => (lifecycle(d).transitions['pause']!.asksFor = 'nothing'),
  ],
  [
    'asked-without-form collections.loan.lifecycle.transitions.resume.onlyAsked',
    (d) => (lifecycle(d).transitions['resume']!.onlyAsked = true),
  ],
  [
    'same-shortcut collections.loan.lifecycle.transitions.pause.shortcut',
    (d) => {
      lifecycle(d).transitions['lend']!.shortcut = 't'
      lifecycle(d).transitions['pause']!.shortcut = 't'
    },
  ],
  [
    'not-filterable views.mine.filters[0]',
    (d) => (d.views!['mine']!.filters = ['place', 'kind', 'branch', 'isMinor', 'createdAt']),
  ],
  ['unknown-field views.mine.filters[0]', (d) => (d.views!['mine']!.filters = ['author'])],
  [
    'unknown-form collections.loan.lifecycle.transitions.lend.form',
    (d) => (lifecycle(d).transitions['lend']!.form = 'nothing'),
  ],
  [
    'invalid-condition collections.loan.lifecycle.transitions.lend.guard.condition',
    (d) => (lifecycle(d).transitions['lend']!.guard!.condition = compare('author', 'filled')),
  ],
  [
    'unreachable-state collections.loan.lifecycle.states.lost',
    (d) => (lifecycle(d).states['lost'] = { label, tone: 'idle', closed: true }),
  ],
  [
    'dead-end collections.loan.lifecycle.states.refused',
    (d) => (lifecycle(d).states['refused']!.closed = false),
  ],
  [
    'nobody-may collections.loan.lifecycle.transitions.refuse',
    (d) =>
      (d.grants[1]!.may = [
        'list',
        'read',
        'transition:lend',
        'transition:pause',
        'transition:resume',
        'transition:close',
      ]),
  ],
  ['wrong-type identity.person.email', (d) => (d.identity!.person.email = 'name')],
  ['unknown-field identity.membership.startsOn', (d) => (d.identity!.membership.startsOn = 'since')],
  ['wrong-type identity.membership.person', (d) => (d.identity!.membership.person = 'branch')],
  [
    'unknown-field forms.closing.pages[0].items[0].field',
    (d) => (d.forms['closing']!.pages[0]!.items[0]!.field = 'pages'),
  ],
  ['duplicate-key forms.asking.pages', (d) => (d.forms['asking']!.pages[1]!.key = 'what')],
  [
    'duplicate-key forms.closing.pages[0].items',
    (d) => d.forms['closing']!.pages[0]!.items.push({ field: 'covers' }),
  ],
  [
    'asked-later forms.asking.pages[0].items[0].showWhen',
    (d) => (d.forms['asking']!.pages[0]!.items[0]!.showWhen = compare('email', 'filled')),
  ],
  [
    'invalid-condition forms.asking.pages[1].showWhen',
    (d) => (d.forms['asking']!.pages[1]!.showWhen = compare('branch.name', 'filled')),
  ],
  [
    'invalid-condition forms.asking.pages[1].showWhen',
    (d) => (d.forms['asking']!.pages[1]!.showWhen = compare('isMinor', 'eq', 'yes')),
  ],
  [
    'never-asked collections.loan.fields.shelf',
    (d) => (loan(d).fields['shelf'] = { ...text, required: true }),
  ],
  ['unknown-theme procedures.borrow.theme', (d) => (d.procedures!['borrow']!.theme = 'cooking')],
  [
    'wrong-type procedures.borrow.sheet.documents[0].field',
    (d) => (d.procedures!['borrow']!.sheet.documents = [{ title: { fr: 'x', en: 'x' }, field: 'book' }]),
  ],
  [
    'unknown-field procedures.borrow.sheet.documents[0].field',
    (d) => (d.procedures!['borrow']!.sheet.documents = [{ title: { fr: 'x', en: 'x' }, field: 'nothing' }]),
  ],
  ['wrong-value procedures.borrow.presets.kind', (d) => (d.procedures!['borrow']!.presets = { kind: 'car' })],
  [
    'unknown-field procedures.borrow.presets.colour',
    (d) => (d.procedures!['borrow']!.presets = { colour: 'red' }),
  ],
  [
    'invalid-condition procedures.borrow.eligibility[0].condition',
    (d) => (d.procedures!['borrow']!.eligibility![0]!.condition = compare('state', 'eq', 'asked')),
  ],
  [
    'closes-before-opening procedures.borrow.closesOn',
    (d) => Object.assign(d.procedures!['borrow']!, { opensOn: '2026-09-01', closesOn: '2026-08-31' }),
  ],
  [
    'unknown-role grants[1].who.role',
    (d) => d.grants.splice(1, 0, { who: { kind: 'role', role: 'pilot' }, may: ['read'], on: 'loan' }),
  ],
  [
    'unknown-link grants[0].who.purpose',
    (d) => d.grants.unshift({ who: { kind: 'link', purpose: 'pilot' }, may: ['read'], on: 'loan' }),
  ],
  [
    'invalid-condition grants[2].who.at',
    (d) => (d.grants[2]!.who = { kind: 'role-at', role: 'librarian', at: 'book' }),
  ],
  [
    'invalid-condition grants[4].who.path',
    (d) => (d.grants[4]!.who = { kind: 'relation', path: 'branch.manager' }),
  ],
  ['invalid-condition grants[4].where', (d) => (d.grants[4]!.where = compare('state', 'eq', 'burnt'))],
  ['unknown-transition grants[2].may[0]', (d) => (d.grants[2]!.may = ['transition:burn'])],
  [
    'no-lifecycle grants[2].may[0]',
    (d) => (d.grants[2] = { who: { kind: 'everyone' }, may: ['transition:*'], on: 'branch' }),
  ],
  ['unknown-field grants[1].fields.write[0]', (d) => (d.grants[1]!.fields = { write: ['author'] })],
  ['unknown-audience grants[1].notes[0]', (d) => (d.grants[1]!.notes = ['press'])],
  ['role-without-grant roles.pilot', (d) => (d.roles['pilot'] = { title: label })],
  [
    'link-without-grant links.pilot',
    (d) => (d.links!['pilot'] = { title: label, lifetimeDays: 3, opens: 'work' }),
  ],
  ['unknown-field views.mine.columns[0]', (d) => (d.views!['mine']!.columns = ['author'])],
  ['not-stored views.mine.columns[0]', (d) => (d.views!['mine']!.columns = ['advice'])],
  ['unknown-field views.mine.sort', (d) => (d.views!['mine']!.sort = '-author')],
  ['unknown-role views.mine.roles[0]', (d) => (d.views!['mine']!.roles = ['pilot'])],
  [
    'invalid-condition views.mine.where',
    (d) => (d.views!['mine']!.where = compare('weeks', 'contains', 'a')),
  ],
  ['invalid-expression mails.lent.subject.fr', (d) => (d.mails!['lent']!.subject.fr = '{{ entry.author }}')],
  ['invalid-expression mails.lent.body.en', (d) => (d.mails!['lent']!.body.en = '{{ sender.password }}')],
  ['unknown-field mails.lent.facts[0]', (d) => (d.mails!['lent']!.facts = ['author'])],
  ['unused-mail mails.lost', (d) => (d.mails!['lost'] = { title: label, subject: label, body: label })],
  ['unused-form forms.extra', (d) => (d.forms['extra'] = d.forms['closing']!)],
  [
    'unknown-collection flows.lent.on.collection',
    (d) => (d.flows!['lent']!.on = { kind: 'entry-created', collection: 'house' }),
  ],
  [
    'unknown-transition flows.lent.on.transitions[0]',
    (d) => (d.flows!['lent']!.on = { kind: 'entry-moved', collection: 'loan', transitions: ['burn'] }),
  ],
  [
    'unknown-task flows.lent.on.task',
    (d) => (d.flows!['lent']!.on = { kind: 'task-done', collection: 'loan', task: 'dance' }),
  ],
  ['duplicate-key flows.lent.steps', (d) => (d.flows!['lent']!.steps[3]!.key = 'tell')],
  ['never-reached flows.lent.steps[4]', (d) => d.flows!['lent']!.steps.push(end('after'))],
  [
    'invalid-condition flows.lent.steps[0].when',
    (d) =>
      (d.flows!['lent']!.steps[0] = {
        ...(d.flows!['lent']!.steps[0] as Extract<Step, { kind: 'condition' }>),
        when: compare('author', 'filled'),
      }),
  ],
  [
    'unknown-mail flows.lent.steps[0].mail',
    (d) =>
      d.flows!['lent']!.steps.unshift({
        kind: 'notify',
        key: 'lose',
        to: { kind: 'applicant' },
        mail: 'lost',
      }),
  ],
  [
    'invalid-path flows.lent.steps[0].to.path',
    (d) =>
      d.flows!['lent']!.steps.unshift({
        kind: 'notify',
        key: 'lose',
        to: { kind: 'path', path: 'author' },
        mail: 'lent',
      }),
  ],
  [
    'unknown-field flows.lent.steps[2].set.author',
    (d) => (d.flows!['lent']!.steps[2] = { kind: 'change-entry', key: 'set', set: { author: 'x' } }),
  ],
  [
    'wrong-value flows.lent.steps[2].set.weeks',
    (d) => (d.flows!['lent']!.steps[2] = { kind: 'change-entry', key: 'set', set: { weeks: 12 } }),
  ],
  [
    'invalid-expression flows.lent.steps[2].set.weeks.expression',
    (d) =>
      (d.flows!['lent']!.steps[2] = {
        kind: 'change-entry',
        key: 'set',
        set: { weeks: { expression: 'entry.months * 4' } },
      }),
  ],
  [
    'unknown-transition flows.lent.steps[2].transition',
    (d) => (d.flows!['lent']!.steps[2] = { kind: 'move-entry', key: 'move', transition: 'burn' }),
  ],
  [
    'empty-duration flows.lent.steps[1].for',
    (d) => (d.flows!['lent']!.steps[1] = { kind: 'wait', key: 'wait', for: {} }),
  ],
  [
    'unknown-link flows.lent.steps[1].purpose',
    (d) => (d.flows!['lent']!.steps[1] = { kind: 'revoke-links', key: 'revoke', purpose: 'pilot' }),
  ],
  [
    'no-numbering flows.lent.steps[1]',
    (d) => {
      delete loan(d).numbering
      d.flows!['lent']!.steps[1] = { kind: 'set-number', key: 'number' }
    },
  ],
  ['blank-text collections.loan.title.en', (d) => (loan(d).title = { fr: 'Prêt', en: ' ' })],
]

describe('checking a solution', () => {
  it('finds nothing wrong in a sound one', () => {
    expect(check(library)).toEqual([])
  })

  it.each(faults)('tells %s', (told, change) => {
    expect(found(change)).toContain(told)
  })

  it('says every problem in both languages, with an end', () => {
    const problems = faults.flatMap(([, change]) => check(changed(library, change)))
    for (const { message, path } of problems) {
      expect(message.fr, path).toMatch(/\S.*[.!]$/su)
      expect(message.en, path).toMatch(/\S.*[.!]$/su)
    }
  })

  it('tells a doubt from an error', () => {
    const severity = (change: Change) => check(changed(library, change)).map((problem) => problem.severity)
    expect(severity((d) => (d.roles['pilot'] = { title: label }))).toEqual(['warning'])
    expect(severity((d) => (loan(d).heldBy = 'book'))).toEqual(['error'])
  })

  it('refuses two collections that would have one table', () => {
    const other = changed(library, (d) => {
      d.key = 'lib'
      d.collections = { rary_loan: loan(d) }
    })
    const twin = changed(library, (d) => (d.key = 'lib-rary'))
    expect(check(twin, [other]).map(({ code }) => code)).toContain('same-table')
  })

  it('names the circle of fields that compute one another', () => {
    const computed = (expression: string): Draft<Field> => ({
      type: 'computed',
      label,
      expression,
      result: 'number',
    })
    const circle: Change = (d) =>
      Object.assign(loan(d).fields, {
        a: computed('entry.b + 1'),
        b: computed('entry.c + 1'),
        c: computed('entry.a'),
      })
    const [problem] = check(changed(library, circle))
    expect(problem).toMatchObject({ code: 'circular-computation', path: 'collections.loan.fields.a' })
    expect(problem?.message.en).toContain('a → b → c → a')
  })

  it('doubts flows that start each other without ever waiting', () => {
    const ring: Change = (d) => {
      d.flows!['one'] = {
        title: label,
        on: { kind: 'entry-changed', collection: 'loan', fields: ['weeks'] },
        steps: [{ kind: 'change-entry', key: 'x', set: { book: 'Nana' } }],
      }
      d.flows!['two'] = {
        title: label,
        on: { kind: 'entry-changed', collection: 'loan' },
        steps: [{ kind: 'change-entry', key: 'x', set: { weeks: 2 } }],
      }
    }
    expect(found(ring).some((line) => line.startsWith('endless-flows'))).toBe(true)
    const waiting: Change = (d) => {
      ring(d)
      for (const key of ['one', 'two'])
        d.flows![key]!.steps.push({ kind: 'wait', key: 'rest', for: { days: 1 } })
    }
    expect(found(waiting)).toEqual([])
  })
})
