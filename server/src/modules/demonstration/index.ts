// SPDX-License-Identifier: MIT
export { playDemonstrations, wasPlayed } from './play-demonstrations.ts'
