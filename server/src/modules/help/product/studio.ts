// SPDX-License-Identifier: MIT
import type { ProductPage } from './product-page.ts'

/** For whoever sets the body up. */
export const studioHelp: ProductPage = {
  title: { fr: 'Régler la plateforme', en: 'Set the platform up' },
  lead: {
    fr: 'L’identité de l’organisme, les personnes, les démarches, les messages : sans rien programmer.',
    en: 'The identity of the body, people, procedures, messages: without programming.',
  },
  icon: 'settings',
  space: 'studio',
  sections: [
    {
      title: { fr: 'Par où commencer', en: 'Where to begin' },
      body: {
        fr: 'Cinq étapes, dans l’ordre que vous voulez : chacune est faite quand ce qu’elle demande est fait, sans case à cocher. Vous pouvez ouvrir le portail avant la fin.',
        en: 'Five steps, in any order: each is done when what it asks for is done, without a box to tick. You may open the portal before the end.',
      },
      screens: ['studio.home'],
    },
    {
      title: { fr: 'Ce que l’organisme dit de lui', en: 'What the body says of itself' },
      body: {
        fr: 'Le nom, l’adresse postale et le téléphone figurent sur le portail, dans les courriels et sur les accusés de réception : la loi demande les deux derniers. Un changement se voit aussitôt ; les accusés déjà donnés ne changent pas.',
        en: 'The name, the postal address and the telephone are on the portal, in mails and on acknowledgements: the law asks for the last two. A change is seen at once; receipts already given do not change.',
      },
      screens: ['studio.body'],
    },
    {
      title: { fr: 'Le logo et la couleur', en: 'The logo and the colour' },
      body: {
        fr: 'Une couleur trop claire est foncée jusqu’à ce que le texte se lise : la page montre le contraste et ce que la couleur devient. Le logo peut être une image PNG, JPEG, WebP ou SVG.',
        en: 'A colour that is too light is darkened until text can be read: the page shows the contrast and what the colour becomes. The logo may be a PNG, JPEG, WebP or SVG picture.',
      },
      screens: ['studio.look'],
    },
    {
      title: { fr: 'Les acteurs', en: 'The actors' },
      body: {
        fr: 'Ce sont les services et organismes à qui une demande peut être transmise. Le courriel est indispensable : c’est là que part le lien. Une liste existante s’importe depuis un fichier CSV, avec un aperçu avant d’enregistrer.\n\nUn acteur retiré n’est plus proposé ; son passé reste.',
        en: 'They are the services and bodies that a request may be passed on to. The e-mail is essential: the link goes there. An existing list is imported from a CSV file, with a preview before it is saved.\n\nAn actor that was taken away is no longer offered; its past stays.',
      },
      screens: ['studio.actors'],
    },
    {
      title: { fr: 'Les agents et leurs rôles', en: 'Agents and their roles' },
      body: {
        fr: 'Une invitation part par courriel et dure quelques jours ; elle se renvoie. Un rôle est donné dans un organisme, d’un jour à un autre. Retirer un rôle ferme l’accès aussitôt ; ce que la personne a fait reste dans l’historique.',
        en: 'An invitation leaves by e-mail and lasts some days; it can be sent again. A role is given in a body, from one day to another. Taking a role away closes the access at once; what the person did stays in the history.',
      },
      screens: ['studio.agents'],
    },
    {
      title: { fr: 'Proposer une démarche', en: 'Offer a procedure' },
      body: {
        fr: 'Une démarche qui n’est pas proposée quitte le catalogue ; les demandes déjà déposées suivent leur cours. Les dates l’ouvrent et la ferment d’elles-mêmes, et la fiche le dit au public.',
        en: 'A procedure that is not offered leaves the catalogue; requests already filed go on. The days open and close it by themselves, and the sheet tells the public.',
      },
      screens: ['studio.procedures'],
    },
    {
      title: { fr: 'Le régime du silence', en: 'The regime of silence' },
      body: {
        fr: 'Le principe est que deux mois de silence valent acceptation ; cinq cas font exception. Les cinq questions vous y conduisent et proposent un régime avec ses raisons. Faites vérifier la proposition par votre service juridique : certains textes fixent un autre délai, démarche par démarche.\n\nLe régime adopté vaut pour les demandes reçues à partir du jour choisi. Les autres gardent le leur : le délai annoncé à quelqu’un ne bouge jamais.',
        en: 'The principle is that two months of silence mean acceptance; five cases are exceptions. The five questions lead you there and propose a regime with its reasons. Have the proposal verified by your legal department: some texts set another period, procedure by procedure.\n\nThe regime adopted rules requests received from the day chosen. The others keep theirs: the period told to somebody never moves.',
      },
      screens: ['studio.procedures', 'studio.regime'],
    },
    {
      title: { fr: 'Les mots des messages', en: 'The words of messages' },
      body: {
        fr: 'Chaque message dit à quel moment il part et vers qui. Les mots entre doubles accolades sont remplacés à l’envoi : la liste à côté donne ceux qui existent. L’aperçu se met à jour, et « M’envoyer un essai » vous l’envoie à vous seul.\n\nVos mots restent quand la solution évolue ; si le texte d’origine change, les deux vous sont montrés.',
        en: 'Each message says when it leaves and to whom. Words between double braces are replaced when it is sent: the list beside gives those that exist. The preview follows, and a test can be sent to you alone.\n\nYour words stay when the solution evolves; when the original changes, both are shown to you.',
      },
      screens: ['studio.messages'],
    },
    {
      title: { fr: 'Revenir en arrière', en: 'Go back' },
      body: {
        fr: 'Chaque modification garde sa date et son auteur. Reprendre une version remet tout comme alors, et devient une modification de plus : rien ne se perd. Les régimes du silence ne reviennent pas en arrière, puisque des demandes en dépendent.',
        en: 'Each change keeps its date and its author. Taking a version up again puts everything back as it was, and becomes one more change: nothing is lost. Regimes of silence do not go back, since requests depend on them.',
      },
      screens: ['studio.history'],
    },
    {
      title: { fr: 'Les envois', en: 'The outbox' },
      body: {
        fr: 'Chaque courriel et chaque SMS, tel que son destinataire le lit, avec son état et chaque tentative. Un envoi qui a échoué dit pourquoi et se renvoie. Tant qu’aucun serveur de courriel n’est réglé, rien ne part : tout se lit ici.',
        en: 'Each mail and each text message, as its recipient reads it, with its state and each attempt. One that failed says why and can be sent again. As long as no mail server is set, nothing leaves: everything is read here.',
      },
      screens: ['studio.outbox'],
    },
  ],
}
