// SPDX-License-Identifier: MIT
export {
  addRelation,
  endRelation,
  type EndRelation,
  type NewRelation,
  type RelationOutcome,
  type RelationRefusal,
} from './change-relations.ts'
export { entriesAbout, type AboutEntry, type AboutGroup } from './entries-about.ts'
export { relatable, type Relatable } from './relatable.ts'
export { relationsOf, type RelationLine, type RelationPanel } from './relations-of.ts'
