// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { requireNode } from './node-version.ts'

it.each(['v20.20.2', 'v23.9.0', 'unknown'])('refuses to run on Node %s, and says what to do', (version) => {
  expect(() => requireNode(version)).toThrow(/npm start/)
})

it.each(['v24.0.0', 'v26.1.0'])('runs on Node %s', (version) => {
  expect(() => requireNode(version)).not.toThrow()
})
