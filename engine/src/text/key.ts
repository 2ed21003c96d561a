// SPDX-License-Identifier: MIT
import { z } from 'zod'

/** Key of a field, state, transition, role…: starts with a lower-case letter, then letters, digits, underscores. */
export const key = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,47}$/)

/** Key of a solution, form, view, flow or template: words in lower case joined by hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(48)

/** Name of an icon of the set shipped with the interface (Tabler names: `bulb-off`, `school-bus`…). */
export const iconName = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** Meaning of a state, which the interface shows by colour, icon and word together. */
export const tone = z.enum(['info', 'warn', 'wait', 'ok', 'danger', 'idle'])
export type Tone = z.infer<typeof tone>
