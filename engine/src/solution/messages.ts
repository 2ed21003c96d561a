// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import { legalMessages } from './legal-messages.ts'
import { peopleMessages } from './people-messages.ts'

/*
 * What `check` says of a solution, one sentence a problem. The sentence says what is wrong and with which name; the
 * path beside it says where.
 */

type Sentence<P> = (params: P) => LocalizedText
const sentence =
  <P>(fr: (params: P) => string, en: (params: P) => string): Sentence<P> =>
  (params) => ({ fr: frenchSpaces(fr(params)), en: en(params) })

type Name = { name: string }
type InCollection = { name: string; collection: string }

/** References between the parts of a solution. */
const references = {
  'unknown-collection': sentence<Name>(
    (p) => `Aucune table « ${p.name} » dans cette solution ni dans celles qu’elle utilise.`,
    (p) => `No collection “${p.name}” in this solution nor in those it uses.`,
  ),
  'unknown-field': sentence<InCollection>(
    (p) => `La table « ${p.collection} » n’a pas de champ « ${p.name} ».`,
    (p) => `The collection “${p.collection}” has no field “${p.name}”.`,
  ),
  'unknown-state': sentence<Name>(
    (p) => `Le circuit n’a pas d’état « ${p.name} ».`,
    (p) => `The lifecycle has no state “${p.name}”.`,
  ),
  'unknown-stage': sentence<Name>(
    (p) => `Le circuit n’a pas d’étape « ${p.name} ».`,
    (p) => `The lifecycle has no stage “${p.name}”.`,
  ),
  'unknown-transition': sentence<InCollection>(
    (p) => `Le circuit de « ${p.collection} » n’a pas d’action « ${p.name} ».`,
    (p) => `The lifecycle of “${p.collection}” has no transition “${p.name}”.`,
  ),
  'unknown-form': sentence<Name>(
    (p) => `Aucun formulaire « ${p.name} ».`,
    (p) => `No form “${p.name}”.`,
  ),
  'unknown-theme': sentence<Name>(
    (p) => `Aucun thème « ${p.name} ».`,
    (p) => `No theme “${p.name}”.`,
  ),
  'unknown-role': sentence<Name>(
    (p) => `Aucun rôle « ${p.name} » dans cette solution.`,
    (p) => `No role “${p.name}” in this solution.`,
  ),
  'unknown-mail': sentence<Name>(
    (p) => `Aucun modèle de courriel « ${p.name} ».`,
    (p) => `No mail template “${p.name}”.`,
  ),
  'unknown-text': sentence<Name>(
    (p) => `Aucun modèle de SMS « ${p.name} ».`,
    (p) => `No text message template “${p.name}”.`,
  ),
  'unknown-screen': sentence<Name>(
    (p) => `Aucun écran « ${p.name} » à côté duquel mettre de l’aide.`,
    (p) => `No screen “${p.name}” to put help beside.`,
  ),
  'unknown-link': sentence<Name>(
    (p) => `Aucun lien sécurisé « ${p.name} ».`,
    (p) => `No access link “${p.name}”.`,
  ),
  'unknown-circuit': sentence<Name>(
    (p) => `Aucun circuit de validation « ${p.name} ».`,
    (p) => `No approval circuit “${p.name}”.`,
  ),
  'unknown-audience': sentence<InCollection>(
    (p) => `La table « ${p.collection} » n’a pas de public de notes « ${p.name} ».`,
    (p) => `The collection “${p.collection}” has no note audience “${p.name}”.`,
  ),
  'unknown-solution': sentence<Name>(
    (p) => `La solution « ${p.name} » n’est pas installée.`,
    (p) => `The solution “${p.name}” is not installed.`,
  ),
  'unknown-view': sentence<Name>(
    (p) => `Aucune vue « ${p.name} ».`,
    (p) => `No view “${p.name}”.`,
  ),
  'unknown-task': sentence<Name>(
    (p) => `Aucun automatisme ne crée l’action à réaliser « ${p.name} ».`,
    (p) => `No flow creates the task “${p.name}”.`,
  ),
  'other-collection': sentence<{ expected: string; found: string }>(
    (p) => `Ce formulaire porte sur « ${p.found} » alors qu’il en faut un sur « ${p.expected} ».`,
    (p) => `This form is about “${p.found}” where one about “${p.expected}” is needed.`,
  ),
  'invalid-path': sentence<{ detail: LocalizedText }>(
    (p) => p.detail.fr,
    (p) => p.detail.en,
  ),
  'invalid-condition': sentence<{ detail: LocalizedText }>(
    (p) => p.detail.fr,
    (p) => p.detail.en,
  ),
  'invalid-expression': sentence<{ detail: LocalizedText }>(
    (p) => p.detail.fr,
    (p) => p.detail.en,
  ),
  'wrong-value': sentence<{ name: string; detail: LocalizedText }>(
    (p) => `Cette valeur ne convient pas au champ « ${p.name} ». ${p.detail.fr}`,
    (p) => `This value does not suit the field “${p.name}”. ${p.detail.en}`,
  ),
  'wrong-type': sentence<{ name: string; expected: string }>(
    (p) => `Le champ « ${p.name} » doit être de type « ${p.expected} ».`,
    (p) => `The field “${p.name}” must be of type “${p.expected}”.`,
  ),
}

/** Names and shapes. */
const shapes = {
  'system-name': sentence<Name>(
    (p) => `« ${p.name} » est un nom réservé : choisissez une autre clé pour ce champ.`,
    (p) => `“${p.name}” is a reserved name: choose another key for this field.`,
  ),
  'same-column': sentence<{ name: string; other: string }>(
    (p) => `Les champs « ${p.name} » et « ${p.other} » auraient la même colonne.`,
    (p) => `The fields “${p.name}” and “${p.other}” would have the same column.`,
  ),
  'same-table': sentence<{ name: string; other: string }>(
    (p) => `Les tables « ${p.name} » et « ${p.other} » auraient le même nom dans la base.`,
    (p) => `The collections “${p.name}” and “${p.other}” would have the same name in the database.`,
  ),
  'name-too-long': sentence<Name>(
    (p) => `« ${p.name} » dépasse 63 caractères dans la base : raccourcissez la clé.`,
    (p) => `“${p.name}” is longer than 63 characters in the database: shorten the key.`,
  ),
  'blank-text': sentence<{ locale: string }>(
    (p) => `Le texte est vide dans cette langue : ${p.locale}.`,
    (p) => `The text is blank in this language: ${p.locale}.`,
  ),
  'duplicate-key': sentence<Name>(
    (p) => `La clé « ${p.name} » est utilisée deux fois.`,
    (p) => `The key “${p.name}” is used twice.`,
  ),
  'not-stored': sentence<Name>(
    (p) => `Le champ « ${p.name} » ne s’enregistre pas.`,
    (p) => `The field “${p.name}” stores nothing.`,
  ),
  'circular-computation': sentence<{ cycle: string }>(
    (p) => `Ces champs calculés dépendent l’un de l’autre : ${p.cycle}.`,
    (p) => `These computed fields depend on each other: ${p.cycle}.`,
  ),
  'restricted-search': sentence<Name>(
    (p) =>
      `Le champ « ${p.name} » n’est pas lisible par tous ceux qui voient la fiche : il ne peut pas servir à la recherche commune.`,
    (p) =>
      `The field “${p.name}” is not readable by everyone who sees the entry: it cannot be in the shared search.`,
  ),
  'no-lifecycle': sentence<Name>(
    (p) => `La table « ${p.name} » n’a pas de circuit.`,
    (p) => `The collection “${p.name}” has no lifecycle.`,
  ),
  'no-numbering': sentence<Name>(
    (p) => `La table « ${p.name} » n’a pas de numérotation.`,
    (p) => `The collection “${p.name}” has no numbering.`,
  ),
  'nothing-remembered': sentence<object>(
    () => 'Un état mémorisé est attendu ici, mais aucune action n’en mémorise.',
    () => 'A remembered state is expected here, but no transition remembers one.',
  ),
  'closes-before-opening': sentence<object>(
    () => 'La démarche ferme avant d’ouvrir.',
    () => 'The procedure closes before it opens.',
  ),
  'empty-duration': sentence<object>(
    () => 'Cette attente ne dure rien : donnez des jours, des heures ou des minutes.',
    () => 'This wait lasts nothing: give days, hours or minutes.',
  ),
  'asked-without-form': sentence<object>(
    () => 'Cette action répond à une demande de correction mais n’a pas de formulaire à ouvrir.',
    () => 'This transition answers a request for correction but has no form to open.',
  ),
  'undo-from-elsewhere': sentence<Name>(
    (p) => `L’action « ${p.name} » ne part pas de l’état où celle-ci mène : elle ne peut pas l’annuler.`,
    (p) => `The transition “${p.name}” does not start where this one leads: it cannot take it back.`,
  ),
  'same-shortcut': sentence<{ name: string; other: string }>(
    (p) => `La touche « ${p.name} » ouvre déjà l’action « ${p.other} », proposée en même temps.`,
    (p) => `The key “${p.name}” already opens the transition “${p.other}”, offered at the same time.`,
  ),
  'not-filterable': sentence<Name>(
    (p) =>
      `« ${p.name} » ne peut pas servir de filtre : il faut un choix, une référence, un oui ou non, une date.`,
    (p) => `“${p.name}” cannot be a filter: it takes a choice, a reference, a yes or no, a date.`,
  ),
  'not-a-date': sentence<Name>(
    (p) => `« ${p.name} » n’est pas une date : il en faut une pour compter des jours.`,
    (p) => `“${p.name}” is not a date: one is needed to count days.`,
  ),
  'not-told-apart': sentence<Name>(
    (p) => `« ${p.name} » ne permet pas de répartir : il faut un choix, une référence, un oui ou non.`,
    (p) => `“${p.name}” cannot tell entries apart: it takes a choice, a reference, a yes or no.`,
  ),
  'not-a-filter-of-view': sentence<{ name: string; view: string }>(
    (p) =>
      `La vue « ${p.view} » ne propose pas le filtre « ${p.name} » : ce nombre n’ouvrirait pas la liste de ce qu’il compte.`,
    (p) =>
      `The view “${p.view}” does not offer the filter “${p.name}”: this number would not open the list of what it counts.`,
  ),
  'not-countable': sentence<Name>(
    (p) =>
      `La vue « ${p.name} » ne peut pas être comptée ainsi : sa condition lit d’autres fiches, dépend de la personne ou compare deux dates au jour même.`,
    (p) =>
      `The view “${p.name}” cannot be counted so: its condition reads other entries, depends on the person, or compares two dates with today.`,
  ),
  'overview-without-holder': sentence<Name>(
    (p) =>
      `La table « ${p.name} » ne dit pas qui détient une fiche : ce lien ne peut pas en donner la liste.`,
    (p) => `The collection “${p.name}” does not say who holds an entry: this link cannot list them.`,
  ),
  'approval-without-edit': sentence<object>(
    () => 'Un circuit de validation ne concerne que la modification : ce droit ne la donne pas.',
    () => 'An approval circuit is about editing: this grant does not give it.',
  ),
  'level-of-nobody': sentence<object>(
    () =>
      'La condition d’un niveau de validation est lue avant que quiconque décide : elle ne peut pas dépendre de la personne connectée.',
    () =>
      'The condition of an approval level is read before anybody decides: it cannot depend on the signed-in person.',
  ),
  'counts-no-integer': sentence<Name>(
    (p) => `Cette action compte ses passages dans « ${p.name} », qui n’est pas un nombre entier.`,
    (p) => `This transition counts itself in “${p.name}”, which is not an integer.`,
  ),
  'unreachable-state': sentence<Name>(
    (p) => `Aucune action ne mène à l’état « ${p.name} ».`,
    (p) => `No transition leads to the state “${p.name}”.`,
  ),
}

/** What works, but probably not as meant. */
const doubts = {
  'dead-end': sentence<Name>(
    (p) => `L’état « ${p.name} » n’est pas un état de clôture et aucune action n’en sort.`,
    (p) => `The state “${p.name}” is not a closed one and no transition leaves it.`,
  ),
  'nobody-may': sentence<Name>(
    (p) => `Aucun droit ne permet l’action « ${p.name} » et aucun automatisme ne la fait.`,
    (p) => `No grant allows the transition “${p.name}” and no flow takes it.`,
  ),
  'role-without-grant': sentence<Name>(
    (p) => `Le rôle « ${p.name} » n’a aucun droit.`,
    (p) => `The role “${p.name}” has no grant.`,
  ),
  'unused-circuit': sentence<Name>(
    (p) => `Aucun droit ne passe par le circuit de validation « ${p.name} ».`,
    (p) => `No grant goes through the approval circuit “${p.name}”.`,
  ),
  'blind-level': sentence<Name>(
    (p) =>
      `Les valideurs de ce niveau ne peuvent pas lire tous les champs de « ${p.name} » qu’ils ont à valider.`,
    (p) => `Those of this level may not read all the fields of “${p.name}” that they are to approve.`,
  ),
  'link-without-grant': sentence<Name>(
    (p) => `Le lien sécurisé « ${p.name} » n’a aucun droit : il n’ouvrira rien.`,
    (p) => `The access link “${p.name}” has no grant: it will open nothing.`,
  ),
  'closed-to-role': sentence<{ name: string; view: string }>(
    (p) => `Le rôle « ${p.name} » voit ce nombre mais pas la vue « ${p.view} » qu’il ouvre.`,
    (p) => `The role “${p.name}” sees this number but not the view “${p.view}” that it opens.`,
  ),
  'never-asked': sentence<Name>(
    (p) => `Le champ obligatoire « ${p.name} » n’est sur aucun formulaire.`,
    (p) => `The required field “${p.name}” is on no form.`,
  ),
  'asked-later': sentence<Name>(
    (p) => `La condition lit « ${p.name} », qui n’est demandé que plus loin : il sera encore vide.`,
    (p) => `The condition reads “${p.name}”, which is asked further on: it will still be empty.`,
  ),
  'unused-mail': sentence<Name>(
    (p) => `Aucun automatisme n’envoie le courriel « ${p.name} ».`,
    (p) => `No flow sends the mail “${p.name}”.`,
  ),
  'unused-text': sentence<Name>(
    (p) => `Aucun automatisme n’envoie le SMS « ${p.name} ».`,
    (p) => `No flow sends the text message “${p.name}”.`,
  ),
  'unused-form': sentence<Name>(
    (p) => `Le formulaire « ${p.name} » ne sert à aucune démarche ni à aucune action.`,
    (p) => `The form “${p.name}” serves no procedure and no transition.`,
  ),
  'link-without-button': sentence<Name>(
    (p) => `Un lien est préparé mais le courriel « ${p.name} » n’a pas de bouton pour l’ouvrir.`,
    (p) => `A link is made but the mail “${p.name}” has no button to open it.`,
  ),
  'never-reached': sentence<Name>(
    (p) => `L’étape « ${p.name} » vient après une fin : elle ne sera jamais exécutée.`,
    (p) => `The step “${p.name}” comes after an end: it will never run.`,
  ),
  'endless-flows': sentence<{ cycle: string }>(
    (p) => `Ces automatismes se relancent l’un l’autre sans attendre : ${p.cycle}.`,
    (p) => `These flows start each other for ever without waiting: ${p.cycle}.`,
  ),
}

export const checkMessages = { ...references, ...shapes, ...legalMessages, ...peopleMessages, ...doubts }
export type CheckCode = keyof typeof checkMessages
export type CheckParams<C extends CheckCode> = Parameters<(typeof checkMessages)[C]>[0]

/** A doubt does not prevent publication; anything else does. */
export function isDoubt(code: CheckCode): boolean {
  return Object.hasOwn(doubts, code)
}
