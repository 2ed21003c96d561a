// SPDX-License-Identifier: MIT
import { isProblem, problemFrom } from '../http/problems.ts'

/** Codes of a disk or quota with no room left. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The failure of a store as a problem; errors of the sender (a connection cut) stay what they are. */
export function storageProblem(error: unknown): unknown {
  if (isProblem(error) || !(error instanceof Error)) return error
  const { code, syscall } = error as { code?: unknown; syscall?: unknown }
  if (typeof code === 'string' && full.has(code)) return problemFrom(error, 'storage-full')
  return typeof syscall === 'string' ? problemFrom(error, 'storage-unavailable') : error
}
