// SPDX-License-Identifier: MIT
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StartError } from '../start-error.ts'
import { type Environment, readConfig } from './config.ts'
import { configurationPage } from './configuration-page.ts'
import { keptSecretKey } from './secret-key.ts'
import { settings } from './settings.ts'

function refusalOf(env: Environment): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof StartError) return error.message
    throw error
  }
  return ''
}

describe('the configuration', () => {
  it('needs nothing to run a demonstration on this machine', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: 'localhost',
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      mail: { kind: 'none' },
      s3: undefined,
      demo: true,
      trustProxy: false,
      maxUploadBytes: 50_000_000,
    })
  })

  it('installs no demonstration where people come by a public address, unless told', () => {
    expect(readConfig({ PUBLIC_URL: 'https://demarches.plassans.example/' })).toMatchObject({
      demo: false,
      publicUrl: 'https://demarches.plassans.example',
    })
    expect(readConfig({ PUBLIC_URL: 'https://a.example', DEMO: 'true' }).demo).toBe(true)
  })

  it('reads a proxy as yes, no, or addresses', () => {
    expect(readConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(true)
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toBe('10.0.0.0/8, ::1')
  })

  it('lets flows call no private machine but those listed', () => {
    expect(readConfig({}).privateHosts).toEqual([])
    expect(readConfig({ PRIVATE_HOSTS: 'registre.interne, 10.1.2.3:8080' }).privateHosts).toEqual([
      'registre.interne',
      '10.1.2.3:8080',
    ])
    expect(refusalOf({ PRIVATE_HOSTS: 'http://registre.interne/' })).toContain('PRIVATE_HOSTS')
  })

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: ' ', SMTP_URL: '' })).toMatchObject({ port: 3000, mail: { kind: 'none' } })
  })

  it('chooses the way mails leave and the place of files', () => {
    expect(readConfig({ SMTP_URL: 'smtp://a:b@mail.example:587' }).mail).toMatchObject({ kind: 'smtp' })
    expect(readConfig({ MAILJET_API_KEY: 'k', MAILJET_API_SECRET: 's' }).mail).toMatchObject({
      kind: 'mailjet',
    })
    const s3 = { S3_BUCKET: 'b', S3_ACCESS_KEY: 'a', S3_SECRET_KEY: 's', S3_ENDPOINT: 'http://minio:9000' }
    expect(readConfig(s3).s3).toMatchObject({
      bucket: 'b',
      endpoint: 'http://minio:9000',
      region: 'us-east-1',
    })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'demarches.plassans.example'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['SMTP_URL', 'http://mail'],
    ['SECRET_KEY', 'too short'],
    ['MAIL_FROM', 'mairie'],
    ['DEMO', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['MAX_UPLOAD_MB', '0'],
  ])('refuses %s=%s in French and in English, by its name', (name, value) => {
    const refusal = refusalOf({ [name]: value })
    expect(refusal).toContain(`${name} doit être`)
    expect(refusal).toContain(`${name} must be`)
  })

  it('tells all that is wrong at once, and never a secret', () => {
    const refusal = refusalOf({ PORT: 'x', SECRET_KEY: 'hunter2' })
    expect(refusal).toMatch(/PORT[\s\S]*SECRET_KEY/)
    expect(refusal).not.toContain('hunter2')
  })

  it.each([
    [{ MAILJET_API_KEY: 'k' }, 'MAILJET_API_KEY also needs MAILJET_API_SECRET.'],
    [{ S3_BUCKET: 'b' }, 'S3_BUCKET also needs S3_ACCESS_KEY.'],
    [{ SMTP_URL: 'smtp://m', MAILJET_API_KEY: 'k', MAILJET_API_SECRET: 's' }, 'keep one'],
  ])('refuses what does not go together: %j', (env, sentence) => {
    expect(refusalOf(env)).toContain(sentence)
  })
})

describe('the documentation of the configuration', () => {
  it('lists every variable, and is the file of the project', async () => {
    const page = configurationPage()
    for (const name of Object.keys(settings)) expect(page).toContain(`\`${name}\``)
    await expect(page).toMatchFileSnapshot('../../../../docs/configuration.md')
  })
})

describe('the secret of an installation that configured none', () => {
  it('is made once, for its owner alone, whoever comes first', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-secret-'))
    const keys = await Promise.all([keptSecretKey(folder), keptSecretKey(folder)])
    expect(keys[0]).toHaveLength(64)
    expect(keys[1]).toBe(keys[0])
    expect(await keptSecretKey(folder)).toBe(keys[0])
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    await rm(folder, { recursive: true })
  })
})
