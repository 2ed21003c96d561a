// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { LocalizedText } from '@guichet/engine'
import { logLevels } from '../log.ts'

/** One environment variable: how it is read, what a wrong one is told, and its line of `docs/configuration.md`. */
export type Setting<Value = unknown> = {
  /** From the text of the variable; it is `undefined` when the variable is absent or empty. */
  readonly read: z.ZodType<Value>
  /** Ends the sentence « PORT doit être … », “PORT must be …”. */
  readonly expected: LocalizedText
  /** Default, as the documentation tells it. */
  readonly byDefault: string
  readonly meaning: string
}

const url = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) })
const whole = (from: number, to: number, byDefault: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(from).max(to)).default(byDefault)
const yesOrNo = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')

const anyText: LocalizedText = { fr: 'un texte', en: 'a text' }
const wholeNumber = (from: number, to: number): LocalizedText => ({
  fr: `un nombre entier de ${from} à ${to}`,
  en: `a whole number from ${from} to ${to}`,
})
const trueOrFalse: LocalizedText = { fr: 'true ou false', en: 'true or false' }
const webAddress: LocalizedText = {
  fr: 'une adresse qui commence par http:// ou https://',
  en: 'an address that begins with http:// or https://',
}

/** Every variable the platform reads, in the order of the documentation. */
export const settings = {
  PORT: {
    read: whole(0, 65_535, 3_000),
    expected: wholeNumber(0, 65_535),
    byDefault: '3000',
    meaning: 'Port to listen on.',
  },
  HOST: {
    read: z.string().default('localhost'),
    expected: anyText,
    byDefault: 'localhost',
    meaning: 'Address to listen on. `0.0.0.0` accepts connections from other machines.',
  },
  PUBLIC_URL: {
    read: url('http', 'https')
      .transform((address) => address.replace(/\/+$/, ''))
      .optional(),
    expected: webAddress,
    byDefault: 'http://localhost:PORT',
    meaning:
      'Address people use; links in mails start with it. HTTPS there makes cookies and headers strict.',
  },
  DATA_DIR: {
    read: z.string().default('data'),
    expected: anyText,
    byDefault: 'data',
    meaning: 'Folder of the embedded database, the files and the secret.',
  },
  DATABASE_URL: {
    read: url('postgres', 'postgresql').optional(),
    expected: {
      fr: 'une adresse PostgreSQL (postgresql://utilisateur:motdepasse@serveur:5432/base)',
      en: 'a PostgreSQL address (postgresql://user:password@server:5432/database)',
    },
    byDefault: 'the embedded database',
    meaning: 'A PostgreSQL server, version 15 or newer, in place of the embedded one.',
  },
  DATABASE_CONNECTIONS: {
    read: whole(2, 500, 20),
    expected: wholeNumber(2, 500),
    byDefault: '20',
    meaning: 'Connections to the database kept by one process, beside the four of the job queue.',
  },
  SECRET_KEY: {
    read: z.string().min(32).optional(),
    expected: { fr: 'un secret d’au moins 32 caractères', en: 'a secret of at least 32 characters' },
    byDefault: 'made once, kept in DATA_DIR/secret',
    meaning:
      'Key of sessions and of the secrets that are stored encrypted. The same for all processes. To change it, name the former one in SECRET_KEY_PREVIOUS; every session ends, access links already sent go on working.',
  },
  SECRET_KEY_PREVIOUS: {
    read: z.string().min(32).optional(),
    expected: { fr: 'un secret d’au moins 32 caractères', en: 'a secret of at least 32 characters' },
    byDefault: 'none',
    meaning:
      'The key that SECRET_KEY replaces: what it encrypted stays readable. `guichet secrets rotate` encrypts it anew; then remove this.',
  },
  MAIL_FROM: {
    read: z.email().optional(),
    expected: { fr: 'une adresse électronique', en: 'an e-mail address' },
    byDefault: 'the address of the body',
    meaning: 'Sender of mails.',
  },
  SMTP_URL: {
    read: url('smtp', 'smtps').optional(),
    expected: {
      fr: 'une adresse SMTP (smtp://utilisateur:motdepasse@serveur:587)',
      en: 'an SMTP address (smtp://user:password@server:587)',
    },
    byDefault: 'none: mails stay in the outbox',
    meaning: 'Server through which mails leave.',
  },
  MAILJET_API_KEY: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: '',
    meaning: 'Sends mails through Mailjet, with MAILJET_API_SECRET, in place of SMTP.',
  },
  MAILJET_API_SECRET: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: '',
    meaning: 'See MAILJET_API_KEY.',
  },
  SMS_URL: {
    read: url('http', 'https').optional(),
    expected: webAddress,
    byDefault: 'none: text messages stay in the outbox',
    meaning:
      'Service through which text messages leave: it receives a POST of `{"to", "text", "from", "reference"}` in JSON.',
  },
  SMS_TOKEN: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: '',
    meaning: 'Sent to SMS_URL as `Authorization: Bearer …`.',
  },
  SMS_SENDER: {
    read: z.string().max(20).optional(),
    expected: {
      fr: 'un nom ou un numéro de 20 caractères au plus',
      en: 'a name or number of 20 characters at most',
    },
    byDefault: 'that of the service',
    meaning: 'Sender of text messages.',
  },
  S3_BUCKET: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: 'none: files are kept in DATA_DIR',
    meaning: 'Keeps files in an S3-compatible bucket.',
  },
  S3_ENDPOINT: {
    read: url('http', 'https').optional(),
    expected: webAddress,
    byDefault: 'Amazon',
    meaning: 'Address of the S3-compatible server.',
  },
  S3_REGION: {
    read: z.string().default('us-east-1'),
    expected: anyText,
    byDefault: 'us-east-1',
    meaning: 'Its region.',
  },
  S3_ACCESS_KEY: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: '',
    meaning: 'Needed with S3_BUCKET.',
  },
  S3_SECRET_KEY: {
    read: z.string().optional(),
    expected: anyText,
    byDefault: '',
    meaning: 'Needed with S3_BUCKET.',
  },
  DEMO: {
    read: yesOrNo.optional(),
    expected: trueOrFalse,
    byDefault: 'true, unless PUBLIC_URL is set',
    meaning: 'Installs the demonstration town with its accounts, whose passwords are public.',
  },
  LOG_LEVEL: {
    read: z.enum(logLevels).default('info'),
    expected: { fr: `l’un de ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` },
    byDefault: 'info',
    meaning: 'How much is logged, as JSON lines on standard output.',
  },
  TRUST_PROXY: {
    read: z.union([yesOrNo, z.string().regex(/^[\d.:a-f/, ]+$/i)]).default(false),
    expected: {
      fr: 'true, false, ou les adresses des serveurs mandataires séparées par des virgules',
      en: 'true, false, or the addresses of the proxies separated by commas',
    },
    byDefault: 'false',
    meaning: 'Whether a proxy in front tells the client address, the scheme and a request id in headers.',
  },
  MAX_UPLOAD_MB: {
    read: whole(1, 10_000, 50),
    expected: wholeNumber(1, 10_000),
    byDefault: '50',
    meaning: 'Largest file accepted, in megabytes.',
  },
  SESSION_HOURS: {
    read: whole(1, 720, 12),
    expected: wholeNumber(1, 720),
    byDefault: '12',
    meaning: 'How long a session lasts without activity. It ends after 30 days in any case.',
  },
  PRIVATE_HOSTS: {
    read: z
      .string()
      .regex(/^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/)
      .transform((text) => text.split(',').map((host) => host.trim()))
      .default([]),
    expected: {
      fr: 'une liste de noms de machines séparés par des virgules (etat-civil.interne, 10.1.2.3:8080)',
      en: 'a list of host names separated by commas (registry.internal, 10.1.2.3:8080)',
    },
    byDefault: 'none',
    meaning: 'Machines of private networks that flows and webhooks may call all the same.',
  },
  ADDRESS_URL: {
    read: url('http', 'https').optional(),
    expected: webAddress,
    byDefault: 'none: addresses are completed from the imported streets',
    meaning:
      'Search of an address base that answers as the French national one does (`https://api-adresse.data.gouv.fr/search/`). What follows `?` is kept: `?citycode=13001` keeps to one town.',
  },
  REQUESTS_PER_MINUTE: {
    read: whole(10, 1_000_000, 1_200),
    expected: wholeNumber(10, 1_000_000),
    byDefault: '1200',
    meaning: 'Requests accepted from one account, key or address in a minute.',
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

/** The value of each variable, defaults applied. */
export type Settings = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]['read']> }
