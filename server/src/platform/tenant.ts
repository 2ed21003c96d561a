// SPDX-License-Identifier: MIT
import type { BodyLogo, Locale } from '@guichet/engine'

/** The body that runs this installation, as its users know it. */
export type Tenant = {
  readonly name: string
  readonly tagline: Readonly<Record<Locale, string>>
  /** Where the public writes. */
  readonly email: string
  /** Sender of mails: its own mailbox, unless the installation sends from another. */
  readonly sender: string
  readonly phone: string
  readonly address: readonly string[]
  readonly openingHours: Readonly<Record<Locale, readonly string[]>>
  /** CSS hexadecimal colour of the actions; contrast is ensured when it is shown. */
  readonly brandColour: string
  readonly timeZone: string
  /** Languages of the portal; all of them when absent. */
  readonly languages?: readonly Locale[] | undefined
  /** Picture in place of the product's mark. */
  readonly logo?: BodyLogo | undefined
  /** Roles that serve only whoever proved a second factor, beside those that say so themselves. */
  readonly secondFactorRoles?: readonly string[] | undefined
  /** People are not told by mail that an administrator acted as them. */
  readonly silentImpersonation?: boolean | undefined
  /** Giving a role that opens everything takes a second administrator. */
  readonly fourEyes?: boolean | undefined
  /** Absolute address of the portal, without a slash at the end: links in mails start with it. */
  readonly publicUrl: string
}
