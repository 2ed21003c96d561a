// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition, path } from '../condition/condition.ts'
import { key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** A role of the solution (`agent`), or of another one (`directory.staff`). */
export const roleName = z
  .string()
  .regex(/^(?:[a-z][a-z0-9-]*\.)?[a-z][a-zA-Z0-9_]*$/)
  .max(97)

/** A function in a solution, received by membership: person × organisation × role. */
export const role = z.object({
  title: localizedText,
  /** Home of the role when the person signs in: the desk or the portal. */
  space: z.enum(['desk', 'portal', 'studio']).optional(),
  /** Who holds it may save a view for all who hold it. */
  mayShareViews: z.boolean().optional(),
  /** Serves only those whose session proved a second factor; others act without it, and are led to have one. */
  requiresSecondFactor: z.boolean().optional(),
  /** Who holds it may act for somebody else for a while, seen and told: to help them, never to hide. */
  mayImpersonate: z.boolean().optional(),
  /** Giving it takes a second administrator, where the body asks for it. */
  fourEyes: z.boolean().optional(),
  /** Roles whose holders give this one to members of their own organisation, and take it back. */
  managedBy: z.array(roleName).optional(),
})
export type Role = z.infer<typeof role>

/** A capability handed by mail to someone without an account, for one entry. */
export const linkPurpose = z.object({
  title: localizedText,
  lifetimeDays: z.int().min(1).max(3650),
  /** Which screen opens: the applicant's page of the request, or the working page of a service. */
  opens: z.enum(['request', 'work']),
  /**
   * Its bearer also reads the list of the other entries that the same holder has now and whose link went to the same
   * mailbox: number, title, state and dates. Each still opens by its own link.
   */
  overview: z.boolean().optional(),
  /** The field whose words open the page: what those who pass an entry on say of it. */
  word: key.optional(),
})
export type LinkPurpose = z.infer<typeof linkPurpose>

export const grantee = z.discriminatedUnion('kind', [
  /** A role anywhere in the body. */
  z.object({ kind: z.literal('role'), role: roleName }),
  /** A role held in the organisation at the end of `at` (a path of references from the entry). */
  z.object({ kind: z.literal('role-at'), role: roleName, at: path }),
  /** The person at the end of the path is the actor. */
  z.object({ kind: z.literal('relation'), path }),
  /** The person who filed the entry. */
  z.object({ kind: z.literal('owner') }),
  /** The bearer of an access link of this purpose, on the link's entry only. */
  z.object({ kind: z.literal('link'), purpose: key }),
  z.object({ kind: z.literal('signed-in') }),
  z.object({ kind: z.literal('everyone') }),
])
export type Grantee = z.infer<typeof grantee>

export const entryActions = [
  'list',
  'read',
  'create',
  'edit',
  'delete',
  'comment',
  'note',
  'export',
  'share',
  'history',
  /** Files a request for somebody else: at the counter, by telephone, from a letter. */
  'file-for',
  /** Lists what is being written and not sent: how many, of which procedure, since when. Never the answers. */
  'drafts',
  /** Asks why somebody may or may not, who sees the entry, and who read its sensitive fields. */
  'explain',
] as const
/** `transition:accept` for one transition, `transition:*` for all. */
export const action = z.union([
  z.enum(entryActions),
  z.templateLiteral(['transition:', z.union([key, z.literal('*')])]),
])
export type Action = z.infer<typeof action>

export const fieldSelection = z.union([z.literal('all'), z.array(key)])

/**
 * Who may do what on which rows and which fields. Grants add up: an action is allowed when one grant that holds on
 * the entry gives it, a field is readable when one grant that holds and gives `read` includes it.
 */
export const grant = z.object({
  who: grantee,
  may: z.array(action).min(1),
  on: key,
  where: condition.optional(),
  fields: z.object({ read: fieldSelection.optional(), write: fieldSelection.optional() }).optional(),
  /** Audiences of notes that are read and written under this grant. */
  notes: z.array(key).optional(),
  /** The circuit that edits under this grant pass before they are written; of another solution by its full name. */
  approval: roleName.optional(),
})
export type Grant = z.infer<typeof grant>
