// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'

type Name = { name: string }
const sentence =
  <P>(fr: (params: P) => string, en: (params: P) => string) =>
  (params: P): LocalizedText => ({ fr: frenchSpaces(fr(params)), en: en(params) })

/** What `check` says of collections extended by another solution, of relations and of the directory. */
export const peopleMessages = {
  'extends-unused': sentence<Name>(
    (p) =>
      `Les tables de « ${p.name} » sont complétées sans que cette solution figure parmi celles utilisées.`,
    (p) => `Collections of “${p.name}” are extended, and it is not among the solutions used.`,
  ),
  'extended-collection': sentence<{ name: string; by: string }>(
    (p) => `La solution « ${p.by} » ajoute des champs à la table « ${p.name} », qui n’existe plus.`,
    (p) => `The solution “${p.by}” adds fields to the collection “${p.name}”, which is gone.`,
  ),
  'added-twice': sentence<{ name: string; by: string }>(
    (p) => `La table a déjà un champ « ${p.name} », qui vient de la solution « ${p.by} ».`,
    (p) => `The collection has a field “${p.name}” already, from the solution “${p.by}”.`,
  ),
  'erased-relation': sentence<Name>(
    (p) =>
      `Une relation se termine, elle ne s’efface pas : ce droit ne peut pas supprimer les fiches de « ${p.name} ».`,
    (p) => `A relation is ended, not erased: this grant cannot delete the entries of “${p.name}”.`,
  ),
  'acyclic-elsewhere': sentence<Name>(
    (p) => `Le champ « ${p.name} » désigne une autre table : il ne peut pas ramener à la fiche elle-même.`,
    (p) => `The field “${p.name}” refers to another collection: it cannot lead back to the entry itself.`,
  ),
  'added-required': sentence<Name>(
    (p) =>
      `Le champ « ${p.name} » est ajouté à la table d’une autre solution, dont les fiches existent sans lui : il ne peut pas être obligatoire.`,
    (p) =>
      `The field “${p.name}” is added to a collection of another solution, whose entries exist without it: it cannot be required.`,
  ),
}
