// SPDX-License-Identifier: MIT
import { z } from 'zod'

const lines = z.array(z.string().min(1).max(200)).max(10)

/** What a body says of itself: shown on its portal and in its mails. */
export const bodySettings = z.strictObject({
  /** « Ville de Plassans ». */
  name: z.string().min(1).max(120),
  tagline: z.object({ fr: z.string().max(120), en: z.string().max(120) }),
  email: z.email(),
  phone: z.string().max(30),
  address: lines,
  openingHours: z.object({ fr: lines, en: lines }),
  /** Colour of what can be acted on; its contrast is ensured when it is shown. */
  brandColour: z.string().regex(/^#[0-9a-f]{6}$/i),
  /** IANA name. */
  timeZone: z.string().min(1),
})
export type BodySettings = z.infer<typeof bodySettings>
