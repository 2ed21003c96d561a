// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { lineText } from '../template/mail-model.ts'
import { locales } from '../text/localized.ts'
import type { ClockEvent } from './clock.ts'
import { ledgerLineWords } from './ledger-words.ts'
import { readClock } from './read-clock.ts'
import { missingMentions, receiptOf } from './receipt.ts'
import { completionBlocks, receiptBlocks, silenceRule, silenceSentence } from './receipt-blocks.ts'
import { regime as regimeSchema, type RegimeInput } from './regime.ts'

const text = (fr: string) => ({ fr, en: `${fr} (en)` })
const body = {
  name: 'Ville',
  address: ['Mairie', '1 place'],
  email: 'mairie@plassans.example',
  phone: '01 99 00 41 00',
}
const rejecting: RegimeInput = {
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: text('article X'),
  remedies: text('Recours sous deux mois.'),
}
const asked: ClockEvent = {
  kind: 'incomplete',
  on: '2026-11-25',
  completeBy: '2026-12-10',
  missing: 'Plan coté',
}

function receipt(input: RegimeInput, events: ClockEvent[] = [], who = body) {
  const regime = regimeSchema.parse(input)
  const reading = readClock(regime, [{ kind: 'received', on: '2026-11-21' }, ...events], '2026-11-26')
  const facts = { procedure: text('Occuper'), number: 'PLS-1', receivedOn: '2026-11-21', reading, body: who }
  return receiptOf('acknowledgement', regime, facts)
}

const wordsOf = (given: ReturnType<typeof receipt>, locale: 'fr' | 'en' = 'fr') =>
  receiptBlocks(given, locale)
    .flatMap(({ lines }) => lines.map(lineText))
    .join('\n')
    .replaceAll(/[\u00A0\u202F]/gu, ' ')

describe('the acknowledgement of receipt', () => {
  it('carries each mention that the law asks for, when silence rejects', () => {
    const words = wordsOf(receipt(rejecting))
    for (const mention of [
      'Date de réception : 21 novembre 2026',
      '21 janvier 2027',
      'réputée rejetée',
      'Ville, Mairie, 1 place, mairie@plassans.example, 01 99 00 41 00',
      'Recours sous deux mois.',
      'article X',
      'PLS-1',
    ]) {
      expect(words).toContain(mention)
    }
  })

  it('tells of the certificate instead of remedies, when silence accepts', () => {
    const words = wordsOf(
      receipt({ silence: 'accepts', period: { months: 2 }, legalBasis: text('article X') }),
    )
    expect(words).toContain('réputée acceptée')
    expect(words).toContain('attestation')
    expect(words).not.toContain('recours')
  })

  it('names what is missing, until when, and what it does to the period', () => {
    const words = wordsOf(receipt(rejecting, [asked]))
    expect(words).toContain('au plus tard le 10 décembre 2026')
    expect(words).toContain('Plan coté')
    expect(words).toContain('suspendu')
    const accepting = wordsOf(receipt({ ...rejecting, silence: 'accepts' }, [asked]))
    expect(accepting).toContain('ne court qu’à compter de la réception de ces pièces')
    expect(accepting).not.toContain('21 janvier')
  })

  it('promises no date under a special text', () => {
    const words = wordsOf(receipt({ silence: 'none', legalBasis: text('article X') }))
    expect(words).toContain('ni acceptation ni rejet')
    expect(words).not.toContain('2027')
  })

  it('is written in both languages', () => {
    expect(wordsOf(receipt(rejecting), 'en')).toContain('Without an express decision on 21 January 2027')
  })

  it('names another service in charge than the body', () => {
    const service = { name: text('Agglomération'), address: ['2 rue'], phone: '01 99 00 42 00' }
    const words = wordsOf(receipt({ ...rejecting, inCharge: service }))
    expect(words).toContain('Agglomération, 2 rue, 01 99 00 42 00')
  })

  it('says what the body must still say of itself', () => {
    expect(missingMentions(receipt(rejecting))).toEqual([])
    expect(missingMentions(receipt(rejecting, [], { ...body, address: [], phone: '' }))).toEqual([
      'address',
      'phone',
    ])
  })
})

describe('the letter that asks for what is missing', () => {
  it('says nothing of a period that does not exist', () => {
    const blocks = completionBlocks({ list: null, completeBy: '2026-12-10', silence: 'none' }, 'fr')
    expect(blocks).toHaveLength(1)
  })
})

describe('the sentence for the applicant', () => {
  const regime = regimeSchema.parse(rejecting)
  const sentence = (today: string, ...events: ClockEvent[]) =>
    silenceSentence(
      readClock(regime, [{ kind: 'received', on: '2026-11-21' }, ...events], today),
      regime,
      'fr',
    )

  it.each([
    ['2026-11-22', [], 'Sans réponse de notre part le 21 janvier 2027'],
    ['2026-11-26', [asked], 'Nous attendons votre réponse, au plus tard le 10 décembre 2026'],
    ['2027-02-01', [], 'considérée comme refusée depuis le 21 janvier 2027'],
  ] as const)('on %s', (today, events, start) => {
    expect(sentence(today, ...events)?.replaceAll('\u00A0', ' ')).toContain(start)
  })

  it('is not said once it is decided', () => {
    expect(sentence('2026-12-01', { kind: 'decided', on: '2026-11-30' })).toBeUndefined()
  })

  it('is said of the procedure before anybody files', () => {
    expect(silenceRule(regime, 'fr').replaceAll('\u00A0', ' ')).toBe(
      'Sans réponse sous 2 mois, votre demande est considérée comme refusée.',
    )
    expect(silenceRule({ silence: 'none', period: undefined }, 'en')).toContain('neither')
  })
})

describe('the words of a ledger', () => {
  it('are a sentence or two for every line of every regime, in both languages', () => {
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-01-02' },
      { kind: 'forwarded', on: '2026-01-03' },
      { kind: 'incomplete', on: '2026-01-10', completeBy: '2026-01-20' },
      { kind: 'completed', on: '2026-01-25' },
      { kind: 'decided', on: '2026-02-01' },
      { kind: 'reopened', on: '2026-02-02' },
      { kind: 'withdrawn', on: '2026-06-01' },
    ]
    for (const silence of ['accepts', 'rejects', 'none'] as const) {
      const regime = regimeSchema.parse({ ...rejecting, silence })
      const { lines } = readClock(regime, events, '2026-07-01')
      for (const locale of locales) {
        for (const line of lines) {
          const words = ledgerLineWords(line, regime, locale)
          expect(words).toMatch(/^\p{Lu}.*\.$/u)
          expect(words).not.toContain('undefined')
        }
      }
    }
  })

  it('say that a decision came too late', () => {
    const regime = regimeSchema.parse(rejecting)
    const events: ClockEvent[] = [
      { kind: 'received', on: '2026-01-02' },
      { kind: 'decided', on: '2026-05-01' },
    ]
    const last = readClock(regime, events, '2026-07-01').lines.at(-1)
    expect(last && ledgerLineWords(last, regime, 'fr')).toBe(
      'Décision prise. Une décision implicite était déjà née.',
    )
  })
})
