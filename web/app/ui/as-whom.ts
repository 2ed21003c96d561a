// SPDX-License-Identifier: MIT
import type { Viewer } from '@guichet/server'
import { m } from '../paraglide/messages.js'

/** Who is signed in, and as what when they chose: « Nadia Benaïssa · École Jules-Ferry ». */
export function asWhom({ name, profile }: Pick<Viewer, 'name' | 'profile'>): string {
  return profile === undefined ? name : `${name} · ${profile ?? m.people_profile_personal()}`
}
