// SPDX-License-Identifier: MIT
import { StartError } from './start-error.ts'

/** The oldest Node.js that runs our TypeScript as it is. */
const oldest = 24

/** Fails with `node-too-old` when `version` (as `process.version` tells it) is older than what we need. */
export function requireNode(version: string): void {
  const major = Number(/^v?(\d+)/.exec(version)?.[1])
  if (!(major >= oldest)) throw new StartError('node-too-old', { wanted: String(oldest), found: version })
}
