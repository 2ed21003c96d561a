// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { changed, library } from './testing/library.ts'
import { checkAdjustments, checkMessageText } from './adjust-check.ts'
import { type Adjustments, adjust, adjustmentsSchema } from './adjust.ts'
import { defineRegime } from '../legal/regime.ts'
import { regimeOn } from '../legal/regime-change.ts'
import { openingOf } from '../procedure/opening.ts'
import type { Solution } from './solution.ts'

const procedure = Object.keys(library.procedures ?? {})[0] ?? ''
const original = library.mails?.['lent']?.subject ?? { fr: '', en: '' }
const own = { fr: 'C’est prêt', en: 'It is ready' }
const ownSubject: Adjustments = { mails: { lent: { subject: { text: own, original } } } }

const rejecting = defineRegime({
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: own,
  remedies: own,
  alertDays: [9],
})
const accepting = {
  since: '2027-01-01',
  regime: { silence: 'accepts' as const, period: { months: 3 }, legalBasis: own, because: own },
}
const underRegime = changed(library, (draft) => {
  const found = draft.procedures?.[procedure]
  if (found) found.regime = rejecting
})

describe('a body’s own edits', () => {
  it('leave the very same solution when there are none', () => {
    expect(adjust(library, undefined)).toBe(library)
    expect(adjust(library, {})).toBe(library)
    expect(adjust(library, { mails: {} })).toBe(library)
  })

  it('lie on top of the texts they name, and touch nothing else', () => {
    const adjusted = adjust(library, ownSubject)
    expect(adjusted.mails?.['lent']?.subject).toEqual(own)
    expect(adjusted.mails?.['lent']?.body).toEqual(library.mails?.['lent']?.body)
    expect({ ...adjusted, mails: library.mails }).toEqual(library)
  })

  it('survive an upgrade of the solution', () => {
    const upgraded = changed(library, (draft) => {
      draft.title = { fr: 'Bibliothèque, version 2', en: 'Library, version 2' }
    })
    expect(adjust(upgraded, ownSubject)).toMatchObject({
      title: upgraded.title,
      mails: { lent: { subject: own } },
    })
  })

  it('open and close a procedure, take its dates away, and keep it out of the catalogue', () => {
    const dated = changed(library, (draft) => {
      const found = draft.procedures?.[procedure]
      if (found) found.closesOn = '2026-06-30'
    })
    const of = (one: NonNullable<Adjustments['procedures']>[string]) =>
      adjust(dated, { procedures: { [procedure]: one } }).procedures?.[procedure] ?? {}
    expect(of({})).toMatchObject({ closesOn: '2026-06-30' })
    expect(of({ closesOn: null })).not.toHaveProperty('closesOn')
    expect(openingOf(of({ opensOn: '2026-03-01' }), '2026-02-28')).toMatchObject({ open: false })
    expect(of({ offered: false })).toMatchObject({ offered: false })
  })

  it('put another regime from a day on, with the mentions of the solution', () => {
    const adjusted = adjust(underRegime, { procedures: { [procedure]: { regimes: [accepting] } } })
    const { [procedure]: found } = adjusted.procedures ?? {}
    expect(regimeOn(found ?? {}, '2026-12-31')).toEqual(rejecting)
    expect(regimeOn(found ?? {}, '2027-01-01')).toEqual({ ...rejecting, ...accepting.regime })
    const back = { since: '2027-02-01', regime: null }
    const again = adjust(underRegime, { procedures: { [procedure]: { regimes: [accepting, back] } } })
    expect(regimeOn(again.procedures?.[procedure] ?? {}, '2027-02-01')).toEqual(rejecting)
  })

  it('add no button to a mail that has none', () => {
    const bare = changed(library, (draft) => {
      delete draft.mails?.['lent']?.button
    })
    const adjusted = adjust(bare, { mails: { lent: { button: { text: own, original } } } })
    expect(adjusted.mails?.['lent']).not.toHaveProperty('button')
  })

  it('are read and written as JSON without a change', () => {
    expect(adjustmentsSchema.parse(JSON.parse(JSON.stringify(ownSubject)))).toEqual(ownSubject)
  })

  it.each([
    ['a name that is no adjustment', { colours: {} }],
    ['a text in one language', { mails: { lent: { subject: { text: { fr: 'Seul' }, original } } } }],
    ['a day that is none', { procedures: { loan: { opensOn: '2026-02-30' } } }],
  ])('are refused with %s', (_, value) => {
    expect(adjustmentsSchema.safeParse(value).success).toBe(false)
  })
})

describe('the check of a body’s own edits', () => {
  it('finds nothing to say of edits that fit', () => {
    expect(checkAdjustments(library, ownSubject)).toEqual([])
  })

  it('tells what the solution does not have any more, which does nothing', () => {
    const left: Adjustments = {
      procedures: { 'former-procedure': { offered: false } },
      mails: { 'former-mail': { subject: { text: own, original } } },
    }
    expect(checkAdjustments(library, left).map(({ code, path }) => [code, path])).toEqual([
      ['gone', 'procedures.former-procedure'],
      ['gone', 'mails.former-mail'],
    ])
    expect(adjust(library, left)).toEqual(library)
  })

  it('shows the three texts when the original has changed since', () => {
    const present = { fr: 'Votre prêt est accordé', en: 'Your loan is granted' }
    const upgraded = changed(library, (draft) => {
      const mail = draft.mails?.['lent']
      if (mail) mail.subject = present
    })
    expect(checkAdjustments(upgraded, ownSubject)).toMatchObject([
      { code: 'original-changed', path: 'mails.lent.subject', text: own, original, present },
    ])
  })

  it('says with its place that a procedure closes before it opens, the solution’s date included', () => {
    const dated = changed(library, (draft) => {
      const found = draft.procedures?.[procedure]
      if (found) found.opensOn = '2026-09-01'
    })
    const problems = checkAdjustments(dated, { procedures: { [procedure]: { closesOn: '2026-06-30' } } })
    expect(problems).toMatchObject([
      { code: 'closes-before-opening', path: `procedures.${procedure}.closesOn` },
    ])
  })

  it('says what the regime that was adopted lacks, which the solution does not bring', () => {
    const adopted = (from: Solution) =>
      checkAdjustments(from, { procedures: { [procedure]: { regimes: [accepting] } } })
    expect(adopted(underRegime)).toMatchObject([
      { code: 'regime-incomplete', path: `procedures.${procedure}.regimes` },
    ])
    const decided = changed(underRegime, (draft) => {
      const lend = draft.collections['loan']?.lifecycle?.transitions['lend']
      if (lend) lend.clock = { does: 'decides' }
    })
    expect(adopted(decided)).toEqual([])
  })

  it('gives each faulty tag with its language and the place where it starts', () => {
    const text = { fr: 'Bonjour {{ recipient.nom }}', en: 'Hello {{ recipient.name }} {{ entry.book' }
    expect(checkMessageText(library, { kind: 'mails', key: 'lent', text })).toMatchObject([
      { locale: 'fr', at: 8, found: 'recipient.nom' },
      { locale: 'en', at: 27 },
    ])
  })

  it('takes the fields of the collection whose flow sends the message', () => {
    const text = { fr: '{{ entry.book }}', en: '{{ entry.book }}' }
    expect(checkMessageText(library, { kind: 'mails', key: 'lent', text })).toEqual([])
  })
})
