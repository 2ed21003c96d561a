// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { collection } from '../collection/collection.ts'
import { flow } from '../flow/flow.ts'
import { form } from '../form/form.ts'
import { helpPage } from '../help/help-page.ts'
import { procedure, theme } from '../procedure/procedure.ts'
import { approvalCircuit } from '../rights/circuit.ts'
import { grant, linkPurpose, role } from '../rights/grant.ts'
import { mailTemplate, smsTemplate } from '../template/message-template.ts'
import { key, slug } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'
import { dashboard } from '../view/dashboard.ts'
import { view } from '../view/view.ts'
import { extendedCollection, extension } from './extension.ts'

/**
 * Tells which collections of this solution hold people, bodies and memberships. One installed solution provides it;
 * accounts, roles and the mailboxes of recipients are read there.
 */
export const identity = z.strictObject({
  person: z.strictObject({ collection: key, name: key, email: key, phone: key.optional() }),
  organisation: z.strictObject({
    collection: key,
    name: key,
    email: key,
    phone: key.optional(),
    /** Calendar days, both included, between which it may be chosen; empty means open. */
    startsOn: key.optional(),
    endsOn: key.optional(),
    /** The organisation it is a part of. */
    parent: key.optional(),
  }),
  membership: z.strictObject({
    collection: key,
    person: key,
    organisation: key,
    /** Text field: `solution.role`. */
    role: key,
    /** Calendar days, both included; empty means open. */
    startsOn: key,
    endsOn: key,
    /** Territories that the role is limited to: with all that lies in them, they are what `my.territories` says. */
    territories: key.optional(),
  }),
  /** Regions, academies, departments, cantons, communes… each within its parent. */
  territory: z.strictObject({ collection: key, name: key, kind: key, code: key, parent: key }).optional(),
})
export type Identity = z.infer<typeof identity>

/** All definitions for one purpose: the unit of design, publication and exchange. */
export const solutionSchema = z.strictObject({
  key: slug,
  title: localizedText,
  summary: localizedText,
  /** Solutions whose collections are referred to (`other.collection`). */
  uses: z.array(slug).optional(),
  identity: identity.optional(),
  /** What is added to collections of solutions that are used. */
  extends: z.record(extendedCollection, extension).optional(),
  collections: z.record(key, collection),
  forms: z.record(slug, form),
  themes: z.record(key, theme).optional(),
  procedures: z.record(slug, procedure).optional(),
  roles: z.record(key, role),
  links: z.record(key, linkPurpose).optional(),
  grants: z.array(grant),
  /** Levels of approval that edits pass, by the key that grants name. */
  circuits: z.record(key, approvalCircuit).optional(),
  views: z.record(slug, view).optional(),
  dashboards: z.record(slug, dashboard).optional(),
  mails: z.record(slug, mailTemplate).optional(),
  texts: z.record(slug, smsTemplate).optional(),
  flows: z.record(slug, flow).optional(),
  help: z.record(slug, helpPage).optional(),
})
export type Solution = z.infer<typeof solutionSchema>
/** The same value as its author writes it. */
export type SolutionInput = z.input<typeof solutionSchema>

/**
 * Types a solution written in TypeScript and parses it by the one schema.
 * Does not look at references between its parts: see `check`.
 */
export function defineSolution(solution: SolutionInput): Solution {
  return solutionSchema.parse(solution)
}
