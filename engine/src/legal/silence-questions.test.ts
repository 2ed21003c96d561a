// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proposeRegime, silenceQuestionKeys, silenceQuestions } from './silence-questions.ts'

const allNo = Object.fromEntries(silenceQuestionKeys.map((key) => [key, false]))

describe('the questions on silence', () => {
  it('are five, in both languages', () => {
    expect(silenceQuestions).toHaveLength(5)
    for (const { question, help } of silenceQuestions) {
      expect([question.fr, question.en, help.fr, help.en].every((text) => text.length > 20)).toBe(true)
    }
  })

  it('are asked one after the other while all answers are no', () => {
    const asked: string[] = []
    let answers = {}
    for (let proposed = proposeRegime(answers); !proposed.complete; proposed = proposeRegime(answers)) {
      asked.push(proposed.next.key)
      answers = { ...answers, [proposed.next.key]: false }
    }
    expect(asked).toEqual([...silenceQuestionKeys])
  })
})

describe('the regime proposed', () => {
  it('is an acceptance after two months once all answers are no', () => {
    expect(proposeRegime(allNo)).toMatchObject({
      complete: true,
      because: [],
      regime: { silence: 'accepts', period: { months: 2 } },
    })
  })

  it.each(silenceQuestionKeys)('is a refusal as soon as one answer is yes: %s', (key) => {
    expect(proposeRegime({ [key]: true })).toMatchObject({
      complete: true,
      because: [key],
      regime: { silence: 'rejects', period: { months: 2 } },
    })
  })

  it('accepts only when everything was answered by no', () => {
    const answer = fc.option(fc.boolean(), { nil: undefined })
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer, answer, answer), (given) => {
        const answers = Object.fromEntries(
          silenceQuestionKeys.flatMap((key, at) => (given[at] === undefined ? [] : [[key, given[at]]])),
        )
        const proposed = proposeRegime(answers)
        const accepts = proposed.complete && proposed.regime.silence === 'accepts'
        expect(accepts).toBe(given.every((one) => one === false))
      }),
    )
  })
})
