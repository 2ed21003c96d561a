// SPDX-License-Identifier: MIT
export { forgetOldAnswers, once } from './once.ts'
export { readListQuery } from './read-list-query.ts'
