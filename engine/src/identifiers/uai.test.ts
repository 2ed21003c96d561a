// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { isUai } from './uai.ts'

it.each(['0951099D', '0750654D', '0752524L', '0920131T', '0911948Y', '0350760L', '0942434K'])(
  '%s is the number of a school',
  (uai) => {
    expect(isUai(uai)).toBe(true)
  },
)

it.each(['0951099E', '0951098D', '0951099d', '951099D', '09510990', ''])('%j is not', (uai) => {
  expect(isUai(uai)).toBe(false)
})
