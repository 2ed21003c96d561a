// SPDX-License-Identifier: MIT
export { demonstrationState, playDemonstrations, wasPlayed } from './play-demonstrations.ts'
