// SPDX-License-Identifier: MIT
import type { HistoryLine } from '@guichet/server'
import { describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { dateWords } from '../ui/dates.ts'
import { timelineEvents } from './history.ts'

overwriteGetLocale(() => 'fr')

const dates = dateWords('fr', 'Europe/Paris', new Date('2026-11-20T09:00:00Z'))
const nadia = { kind: 'person', id: 'p1', name: 'Nadia Benaïssa' } as const

function aLine(line: Partial<HistoryLine>): HistoryLine {
  return {
    id: 1,
    at: new Date('2026-11-19T15:05:00Z'),
    kind: 'entry.created',
    actor: nadia,
    profile: null,
    by: null,
    changes: [],
    ...line,
  }
}
const told = (line: Partial<HistoryLine>) => timelineEvents([aLine(line)], dates)[0]

describe('the history in words', () => {
  it('says who acted as somebody, besides whom they acted as', () => {
    expect(told({ by: 'Ada Ministre' })?.detail).toContain('Ada Ministre, au nom de Nadia Benaïssa')
  })

  it('says who acted, when, where it led and why', () => {
    const to = {
      key: 'asked',
      label: 'Correction attendue',
      publicLabel: '',
      tone: 'warn',
      icon: null,
      closed: false,
      stage: null,
    } as const
    const transition = {
      key: 'ask',
      label: 'Demander une correction',
      to,
      reason: 'Quel numéro ?',
      asked: [],
    }
    expect(told({ kind: 'entry.moved', transition })).toMatchObject({
      title: 'Demander une correction',
      detail: 'Nadia Benaïssa, hier, 16\u00a0h\u00a005. Correction attendue',
      reason: 'Quel numéro ?',
      tone: 'warn',
    })
  })

  it('names the fields that changed', () => {
    const changes = [
      { field: 'place', label: 'Adresse', before: 'a', after: 'b' },
      { field: 'phone', label: 'Téléphone', before: null, after: 'c' },
    ]
    expect(told({ kind: 'entry.changed', changes })?.title).toBe('Modifiée\u00a0: Adresse, Téléphone')
  })

  it.each([
    [{ kind: 'system', id: null, name: 'Relance' }, 'Automatisme «\u00a0Relance\u00a0»'],
    [{ kind: 'system', id: null, name: null }, 'Automatisme'],
    [{ kind: 'nobody', id: null, name: null }, 'Sur le portail'],
    [{ kind: 'link', id: 'l1', name: 'Éclairage public' }, 'Éclairage public'],
  ] as const)('names who is not a person: %j', (actor, name) => {
    expect(told({ actor })?.detail).toContain(name)
  })
})
