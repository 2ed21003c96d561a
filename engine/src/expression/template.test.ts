// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTemplate, escapeHtml, type TemplateOptions, type TemplateProblem } from './template.ts'

const context = {
  entry: {
    subject: 'Lampadaire <éteint> & "cassé"',
    dueOn: '2026-03-01',
    seenAt: '2026-03-01T08:05:00.000Z',
    year: 2026,
    price: 12.5,
    none: null,
    kinds: ['a', null, 'b'],
    place: { city: 'Plassans' },
    urgent: true,
  },
}

function rendered(text: string, options: TemplateOptions = {}): string {
  const template = compileTemplate(text, options)
  if (!template.ok) throw new Error(template.problems.map((problem) => problem.problem.code).join())
  return template.render(context).replaceAll(/[\u00a0\u202f]/g, ' ')
}

describe('a template', () => {
  it.each([
    ['Bonjour', 'Bonjour'],
    ['', ''],
    ['{{ entry.place.city }}', 'Plassans'],
    ['{{entry.place.city}}, {{ entry.year }}', 'Plassans, 2026'],
    ['Avant le {{ entry.dueOn }}.', 'Avant le 1er mars 2026.'],
    ['{{ entry.seenAt }}', '1er mars 2026 à 9 h 05'],
    ['{{ entry.price }} €', '12,5 €'],
    ['[{{ entry.none }}]', '[]'],
    ['[{{ entry.nowhere.city }}]', '[]'],
    ['[{{ entry.place }}]', '[]'],
    ['{{ entry.kinds }}', 'a, b'],
    ['{{ entry.urgent }}', 'oui'],
    ['{{ "}}" + entry.place.city }}', '}}Plassans'],
    ["{{ 'l’}} avis' }}", 'l’}} avis'],
    ['{{ entry.urgent ? "Urgent : " : "" }}{{ upper(entry.place.city) }}', 'Urgent : PLASSANS'],
    ['{ not a tag } }}', '{ not a tag } }}'],
  ])('%j gives %j', (text, expected) => {
    expect(rendered(text)).toBe(expected)
  })

  it('writes in English, in another time zone', () => {
    expect(rendered('{{ entry.seenAt }}', { locale: 'en', timeZone: 'America/Cayenne' })).toBe(
      '1 March 2026 at 05:05',
    )
  })

  it('escapes what is merged, not what surrounds it', () => {
    expect(rendered('<b>{{ entry.subject }}</b>', { escape: 'html' })).toBe(
      '<b>Lampadaire &#60;éteint&#62; &#38; &#34;cassé&#34;</b>',
    )
  })

  it('never lets a merged text open a tag of its own', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
      }),
    )
    const template = compileTemplate('{{ entry.subject }}')
    expect(template.ok && template.render({ entry: { subject: '{{ entry.secret }}', secret: 'x' } })).toBe(
      '{{ entry.secret }}',
    )
  })

  it('leaves any text without a tag as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('{{')),
        (text) => {
          const template = compileTemplate(text)
          expect(template.ok && template.render({})).toBe(text)
        },
      ),
    )
  })
})

describe('a faulty template', () => {
  it('tells every problem with its tag and its place', () => {
    const template = compileTemplate(
      '{{ entry.colour }} et {{ }} et {{ shout(entry.subject) }} et {{ entry.subject',
      {
        variables: { entry: { subject: true } },
      },
    )
    expect(template).toMatchObject({
      ok: false,
      problems: [
        { at: 0, expression: 'entry.colour', problem: { code: 'unknown-name' } },
        { at: 22, expression: '', problem: { code: 'empty-tag' } },
        { at: 31, expression: 'shout(entry.subject)', problem: { code: 'unknown-function' } },
        { at: 61, problem: { code: 'unclosed-tag' } },
      ],
    })
  })

  it('does not take an apostrophe for a tag left open', () => {
    const template = compileTemplate("{{ l'avis }}\nd'accord {{ entry.subject }}")
    expect(template).toMatchObject({ ok: false, problems: [{ at: 0, problem: { code: 'syntax' } }] })
  })

  it('writes nothing where a value cannot be computed, and tells it', () => {
    const told: TemplateProblem[] = []
    const template = compileTemplate('[{{ entry.price / 0 }}]')
    expect(template.ok && template.render(context, (problem) => told.push(problem))).toBe('[]')
    expect(told).toMatchObject([
      { at: 1, expression: 'entry.price / 0', problem: { code: 'division-by-zero' } },
    ])
  })
})
