// SPDX-License-Identifier: MIT
export { playDemonstrations } from './play-demonstrations.ts'
