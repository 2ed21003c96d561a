// SPDX-License-Identifier: MIT
import type { ProductPage } from './product-page.ts'

/** What every agent may do in the desk, whatever the solution. */
export const deskHelp: ProductPage = {
  title: { fr: 'Travailler au bureau', en: 'Work at the desk' },
  lead: {
    fr: 'Les listes, les fiches, les actions et le clavier, communs à toutes les démarches.',
    en: 'Lists, entries, actions and the keyboard, common to all procedures.',
  },
  icon: 'inbox',
  space: 'desk',
  sections: [
    {
      title: { fr: 'Une liste : trier, chercher, filtrer', en: 'A list: sort, search, filter' },
      body: {
        fr: 'Un titre de colonne trie la liste. « Filtrer » la restreint ; chaque filtre posé s’affiche et se retire d’un geste. L’adresse de la page garde le tri et les filtres : un signet retrouve la même liste.\n\n« Enregistrer la vue » la garde dans votre menu.',
        en: 'A column title sorts the list. “Filter” narrows it; each filter is shown and goes with one gesture. The address of the page keeps the order and the filters: a bookmark finds the same list again.\n\n“Save the view” keeps it in your menu.',
      },
      screens: ['desk.queue'],
    },
    {
      title: { fr: 'Une fiche : lire et agir', en: 'An entry: read and act' },
      body: {
        fr: 'Les boutons du haut sont ce que vous pouvez faire maintenant ; un bouton éteint dit pourquoi. Si quelqu’un modifie la même fiche en même temps que vous, rien n’est écrasé : la page vous montre ce qui a changé.\n\nL’historique dit qui a fait quoi, et quand.',
        en: 'The buttons at the top are what you may do now; a dimmed one says why not. When somebody changes the same entry at the same time, nothing is overwritten: the page shows what changed.\n\nThe history says who did what, and when.',
      },
      screens: ['desk.entry'],
    },
    {
      title: { fr: 'Avant de valider une action', en: 'Before you confirm an action' },
      body: {
        fr: 'La page dit ce que l’action va faire et qui sera prévenu. Un motif demandé est lu par la personne concernée : écrivez-le pour elle. Rien ne part tant que vous n’avez pas validé.',
        en: 'The page says what the action will do and who will be told. A reason that is asked for is read by the person concerned: write it for them. Nothing leaves before you confirm.',
      },
      screens: ['desk.action'],
    },
    {
      title: { fr: 'Saisir pour quelqu’un', en: 'File for somebody' },
      body: {
        fr: 'Choisissez la démarche et dites comment la personne vous a joint : au guichet, par téléphone, par courrier. La demande est la sienne ; elle reçoit le même accusé que si elle l’avait déposée, et l’historique garde votre nom.',
        en: 'Choose the procedure and say how the person reached you: at the counter, by telephone, by letter. The request is theirs; they get the same receipt as if they had filed it, and the history keeps your name.',
      },
      screens: ['desk.counter'],
    },
    {
      title: { fr: 'Traiter plusieurs demandes', en: 'Handle several requests' },
      body: {
        fr: 'Cochez des lignes de la liste, puis choisissez une action : une seule page demande ce qu’il faut. Vous pouvez quitter la page, le travail continue. Chaque demande a son résultat ; celles qui n’ont pas pu l’être disent pourquoi. « Annuler » revient en arrière là où le circuit le permet.',
        en: 'Tick rows of the list, then choose an action: one page asks what is needed. You may leave the page, the work goes on. Each request has its result; those that could not be handled say why. “Undo” goes back where the lifecycle allows.',
      },
      screens: ['desk.bulk'],
    },
    {
      title: { fr: 'Lire un tableau de bord', en: 'Read a dashboard' },
      body: {
        fr: 'Chaque nombre ouvre la liste de ce qu’il compte. Vous ne voyez que ce que vos droits vous laissent voir : deux personnes peuvent lire des nombres différents. Chaque graphique a son tableau.',
        en: 'Each number opens the list of what it counts. You see only what your rights let you see: two people may read different numbers. Each chart has its table.',
      },
      screens: ['desk.dashboard'],
    },
    {
      title: { fr: 'Le clavier', en: 'The keyboard' },
      body: {
        fr: '? montre tous les raccourcis, F1 ouvre cette aide, Ctrl K va à la recherche. Les raccourcis d’une seule lettre se coupent sur la page des raccourcis, pour qui dicte ou frappe par erreur.',
        en: '? shows all shortcuts, F1 opens this help, Ctrl K goes to the search. Shortcuts of a single letter are switched off on the page of shortcuts, for who dictates or slips.',
      },
      screens: ['desk.shortcuts'],
    },
  ],
}
