// SPDX-License-Identifier: MIT
export { forgetOldReads, startForgettingReads } from './forget-reads.ts'
export { logReads, type ReadingWay, readingWays } from './log-reads.ts'
export { type ReadRow, readsOfEntry } from './sensitive-reads.queries.ts'
