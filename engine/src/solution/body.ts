// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isTimeZone } from '../identifiers/time-zone.ts'
import { locales } from '../text/localized.ts'

const lines = z.array(z.string().min(1).max(200)).max(10)

/** The kinds of pictures that a logo may be. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] as const
const digest = z.string().regex(/^[0-9a-f]{64}$/)
export const bodyLogo = z.strictObject({
  sha256: digest,
  type: z.enum(logoTypes),
  /** The same as a PNG, for mails: what they show nowhere else, they show in it. */
  mailSha256: digest.optional(),
})
export type BodyLogo = z.infer<typeof bodyLogo>

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
  timeZone: z.string().refine(isTimeZone),
  /** Languages of the portal, the first one for who asks for another; all of them when absent. */
  languages: z.array(z.enum(locales)).min(1).optional(),
  /** Giving a role that opens everything takes a second administrator. */
  fourEyes: z.boolean().optional(),
  /** Picture in place of the product's mark, by the digest of its bytes. */
  logo: bodyLogo.optional(),
  /** Roles (`solution.role`) that serve only whoever proved a second factor, beside those that say so themselves. */
  secondFactorRoles: z.array(z.string().max(200)).max(200).optional(),
  /** People are not told by mail that an administrator acted as them; their log says it all the same. */
  silentImpersonation: z.boolean().optional(),
})
export type BodySettings = z.infer<typeof bodySettings>
