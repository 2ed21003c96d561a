// SPDX-License-Identifier: MIT

/** What the operator reads when the platform cannot start: `{name}` is replaced by its value. */
export const startMessages = {
  'invalid-configuration': {
    fr: 'Configuration incorrecte :\n{french}',
    en: 'Invalid configuration:\n{english}',
  },
  'node-too-old': {
    fr: 'Guichet demande Node.js {wanted} ou plus récent ; celui-ci est {found}. Lancez « npm start », qui installe la bonne version.',
    en: 'Guichet needs Node.js {wanted} or newer; this one is {found}. Run “npm start”, which installs the right version.',
  },
  'postgres-missing': {
    fr: 'PostgreSQL n’est pas fourni pour ce système ({platform}). Indiquez un serveur dans DATABASE_URL.',
    en: 'PostgreSQL does not come with Guichet on this system ({platform}). Name a server in DATABASE_URL.',
  },
  'postgres-no-user': {
    fr: 'PostgreSQL refuse de fonctionner en tant que root et aucun utilisateur « postgres » ou « nobody » n’existe. Créez-en un, ou lancez Guichet avec un autre utilisateur.',
    en: 'PostgreSQL refuses to run as root and there is no user “postgres” or “nobody”. Create one, or run Guichet as another user.',
  },
  'postgres-folder': {
    fr: 'Le dossier {folder} ne peut pas être créé ou appartient à un autre utilisateur. Choisissez-en un autre avec DATA_DIR, ou corrigez ses droits.',
    en: 'The folder {folder} cannot be created or belongs to another user. Choose another one with DATA_DIR, or correct its permissions.',
  },
  'postgres-in-use': {
    fr: 'Un autre Guichet utilise déjà les données de {folder}. Arrêtez-le, ou choisissez un autre dossier avec DATA_DIR.',
    en: 'Another Guichet already uses the data in {folder}. Stop it, or choose another folder with DATA_DIR.',
  },
  'postgres-failed': {
    fr: 'La base de données n’a pas démarré. Son journal ({log}) dit :\n{reason}',
    en: 'The database did not start. Its log ({log}) says:\n{reason}',
  },
  'database-unreachable': {
    fr: 'La base de données indiquée par DATABASE_URL ne répond pas : {reason}',
    en: 'The database named in DATABASE_URL does not answer: {reason}',
  },
  'port-refused': {
    fr: 'Guichet ne peut pas écouter sur {host}, port {port} : {reason}. Choisissez une autre adresse avec HOST et PORT.',
    en: 'Guichet cannot listen on {host}, port {port}: {reason}. Choose another address with HOST and PORT.',
  },
  'port-taken': {
    fr: 'Le port {port} est déjà utilisé. Arrêtez le programme qui l’occupe, ou choisissez un autre port avec PORT.',
    en: 'Port {port} is already in use. Stop the program that holds it, or choose another port with PORT.',
  },
} as const satisfies Record<string, { fr: string; en: string }>

export type StartCode = keyof typeof startMessages
