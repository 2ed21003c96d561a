// SPDX-License-Identifier: MIT
import type { Solution } from '@guichet/engine'

/** A published version of a solution; never changed afterwards. */
export type Release = { readonly id: string; readonly number: number; readonly solution: Solution }
