// SPDX-License-Identifier: MIT
import { resolve } from 'node:path'
import type { LocalizedText } from '@guichet/engine'
import type { LogLevel } from '../log.ts'
import type { MailSettings } from '../mail/index.ts'
import type { SmsSettings } from '../sms/index.ts'
import { StartError } from '../start-error.ts'
import type { S3Settings } from '../storage/s3-place.ts'
import { type Setting, type SettingName, settings, type Settings } from './settings.ts'

/** The configuration, checked. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  /** `undefined`: the embedded database. */
  readonly databaseUrl: string | undefined
  readonly databaseConnections: number
  /** `undefined`: the one kept in the data folder. */
  readonly secretKey: string | undefined
  readonly formerSecretKey: string | undefined
  readonly mail: MailSettings
  readonly mailFrom: string | undefined
  /** `undefined`: text messages stay in the outbox. */
  readonly sms: SmsSettings | undefined
  /** `undefined`: files are kept in the data folder. */
  readonly s3: S3Settings | undefined
  readonly demo: boolean
  readonly logLevel: LogLevel
  readonly trustProxy: boolean | string
  readonly maxUploadBytes: number
  readonly sessionHours: number
  readonly requestsPerMinute: number
  readonly privateHosts: readonly string[]
  /** `undefined`: addresses are completed from the imported streets. */
  readonly addressUrl: string | undefined
}

/** The environment, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads and checks the configuration. Fails with `StartError`, one sentence a variable in French and in English; the
 * value itself, which may be a secret, is not repeated.
 */
export function readConfig(env: Environment): Config {
  const wrong: LocalizedText[] = []
  const values = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => {
      const outcome = setting.read.safeParse(env[name]?.trim() || undefined)
      if (!outcome.success) wrong.push(sentence(name, setting))
      return [name, outcome.data]
    }),
  ) as Settings
  wrong.push(...contradictions(values))
  if (wrong.length > 0) throw invalid(wrong)
  return arrange(values)
}

function sentence(name: string, { expected }: Setting): LocalizedText {
  return { fr: `${name} doit être ${expected.fr}.`, en: `${name} must be ${expected.en}.` }
}

/** What each variable says may be right and yet not go together. */
function contradictions(values: Settings): LocalizedText[] {
  const found: LocalizedText[] = []
  const needs = (name: SettingName, ...others: SettingName[]) => {
    const missing = others.filter((other) => values[name] !== undefined && values[other] === undefined)
    found.push(
      ...missing.map((other) => ({
        fr: `${name} demande aussi ${other}.`,
        en: `${name} also needs ${other}.`,
      })),
    )
  }
  needs('MAILJET_API_KEY', 'MAILJET_API_SECRET')
  needs('MAILJET_API_SECRET', 'MAILJET_API_KEY')
  needs('SECRET_KEY_PREVIOUS', 'SECRET_KEY')
  needs('SMS_TOKEN', 'SMS_URL')
  needs('SMS_SENDER', 'SMS_URL')
  needs('S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY')
  needs('S3_ENDPOINT', 'S3_BUCKET')
  if (values.SMTP_URL !== undefined && values.MAILJET_API_KEY !== undefined) {
    found.push({
      fr: 'SMTP_URL et MAILJET_API_KEY désignent deux façons d’envoyer : gardez-en une.',
      en: 'SMTP_URL and MAILJET_API_KEY are two ways to send: keep one.',
    })
  }
  return found
}

function invalid(wrong: readonly LocalizedText[]): StartError {
  const list = (locale: keyof LocalizedText) => wrong.map((text) => `  ${text[locale]}`).join('\n')
  return new StartError('invalid-configuration', { french: list('fr'), english: list('en') })
}

function arrange(values: Settings): Config {
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    databaseConnections: values.DATABASE_CONNECTIONS,
    secretKey: values.SECRET_KEY,
    formerSecretKey: values.SECRET_KEY_PREVIOUS,
    mail: mailOf(values),
    mailFrom: values.MAIL_FROM,
    sms: smsOf(values),
    s3: s3Of(values),
    demo: values.DEMO ?? values.PUBLIC_URL === undefined,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    maxUploadBytes: values.MAX_UPLOAD_MB * 1_000_000,
    sessionHours: values.SESSION_HOURS,
    requestsPerMinute: values.REQUESTS_PER_MINUTE,
    privateHosts: values.PRIVATE_HOSTS,
    addressUrl: values.ADDRESS_URL,
  }
}

function mailOf({ SMTP_URL, MAILJET_API_KEY, MAILJET_API_SECRET }: Settings): MailSettings {
  if (SMTP_URL !== undefined) return { kind: 'smtp', url: SMTP_URL }
  if (MAILJET_API_KEY === undefined || MAILJET_API_SECRET === undefined) return { kind: 'none' }
  return { kind: 'mailjet', apiKey: MAILJET_API_KEY, apiSecret: MAILJET_API_SECRET }
}

function smsOf({ SMS_URL: url, SMS_TOKEN: token, SMS_SENDER: sender }: Settings): SmsSettings | undefined {
  return url === undefined ? undefined : { url, token, sender }
}

function s3Of(values: Settings): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = values
  if (bucket === undefined || accessKey === undefined || secretKey === undefined) return undefined
  return { bucket, accessKey, secretKey, endpoint: values.S3_ENDPOINT, region: values.S3_REGION }
}
