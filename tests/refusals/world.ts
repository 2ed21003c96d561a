// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { mountApi } from '../../server/src/api.ts'
import { createKey, openAccounts, provisionAccount, signIn } from '../../server/src/modules/accounts/index.ts'
import { depositFile } from '../../server/src/modules/documents/index.ts'
import { newVisitor, startDraft, uploadToDraft } from '../../server/src/modules/filing/index.ts'
import { helpPictureRoutes } from '../../server/src/modules/help/index.ts'
import { providersRoutes } from '../../server/src/modules/identity-providers/index.ts'
import { makeLink } from '../../server/src/modules/links/index.ts'
import { queueMail } from '../../server/src/modules/notifications/index.ts'
import { subscribeWebhook } from '../../server/src/modules/webhooks/index.ts'
import { describeProblem } from '../../server/src/platform/http/problem-answers.ts'
import { createHttpServer } from '../../server/src/platform/http/server.ts'
import { mountWeb } from '../../server/src/platform/http/web.ts'
import { webRequestContext } from '../../server/src/request-contexts.ts'
import { aTenant, type TestTenant } from '../../server/src/testing/tenant.ts'
import { builtFolder } from '../../web/testing/built.ts'

/**
 * Who is refused. `stranger` has an account and nothing else; `coach` works at the desk, for another team than that of
 * the licence; `secretary` keeps the licences, and nothing of the studio.
 */
export type Who = 'nobody' | 'stranger' | 'coach' | 'secretary'

type Asked = {
  readonly method: string
  readonly url: string
  readonly as: Who
  /** JSON for the API, a form for the pages. */
  readonly json?: object
  readonly form?: Readonly<Record<string, string>>
  readonly file?: string
}
export type Answer = { readonly status: number; readonly location: string; readonly body: string }

type HttpServer = Awaited<ReturnType<typeof createHttpServer>>

/** The whole server on the club, where a licence of somebody has a file, a link and a draft beside it. */
export type World = {
  /** Every route that the server declares, `GET /api/v1/tasks`; pages are behind one. */
  readonly routes: readonly string[]
  /** What stands for `:licence` and the like in an address. */
  readonly names: Readonly<Record<string, string>>
  ask(asked: Asked): Promise<Answer>
  /** What was ever written: refusals add nothing to it. */
  countEvents(): Promise<number>
  close(): Promise<void>
}

const password = 'une phrase que je retiens'
const maxUploadBytes = 1_000_000
const pdf = () => Readable.from([Buffer.from('%PDF-1.7 certificat')])

export async function aWorld(): Promise<World> {
  const tenant = await aTenant()
  const { platform } = tenant
  const accounts = openAccounts(platform, { sessionHours: 1, sendMail: async () => {} })
  const app = await createHttpServer({
    log: platform.log,
    ids: platform.ids,
    publicUrl: platform.tenant.publicUrl,
    trustProxy: false,
    maxUploadBytes,
    checks: {},
  })
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push(`${one} ${url}`)
  })
  await mountApi(app, accounts)
  helpPictureRoutes(app, platform)
  await providersRoutes(app, platform)
  await mountWeb(app, {
    buildFolder: builtFolder(),
    publicUrl: platform.tenant.publicUrl,
    maxUploadBytes,
    contextFor: (request, locale) => webRequestContext(accounts, request, locale),
    fallbackTenant: () => platform.tenant,
    describeProblem: (error, locale, request) =>
      describeProblem(error, locale, request, { bodyLimit: 1_048_576, maxUploadBytes }),
  })

  const credentials = new Map<Who, Credentials>()
  const office = await tenant.organisation('Bureau')
  const people = {
    stranger: await tenant.person('Paul Rougon'),
    coach: await tenant.person('Julien Mouret', { coach: await tenant.organisation('Les Loutres') }),
    secretary: await tenant.person('Nadia Benaïssa', { secretary: office }),
  }
  for (const [who, { name, email }] of Object.entries(people)) {
    const made = await provisionAccount(accounts, { name, email, password })
    if (!made.ok) throw new Error(made.refusal)
    const { key } = await createKey(tenant.system, { accountId: made.accountId, name: 'test' })
    const client = { headers: new Headers(), address: '198.51.100.7', locale: 'fr' as const }
    const signedIn = await signIn(accounts, client, { email, password })
    if (!('setCookie' in signedIn)) throw new Error(`${name} could not sign in`)
    const cookie = signedIn.setCookie.map((one) => one.split(';')[0]).join('; ')
    credentials.set(who as Who, { key, cookie })
  }

  return {
    routes,
    names: await namesIn(tenant, people.secretary.personId),
    ask: (asked) => ask(app, credentials.get(asked.as), asked),
    countEvents: async () => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from events`.execute(
        platform.db,
      )
      return rows[0]?.count ?? 0
    },
    close: async () => {
      await app.close()
      await tenant.close()
    },
  }
}

type Credentials = { readonly key: string; readonly cookie: string }

async function ask(
  app: HttpServer,
  credentials: Credentials | undefined,
  { method, url, json, form, file }: Asked,
): Promise<Answer> {
  const isApi = url.startsWith('/api/')
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: {
      ...(credentials &&
        (isApi ? { authorization: `Bearer ${credentials.key}` } : { cookie: credentials.cookie })),
      'sec-fetch-site': 'same-origin',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(file && { 'content-type': 'multipart/form-data; boundary=part' }),
    },
    ...(json && { payload: json }),
    ...(form && { payload: new URLSearchParams(form).toString() }),
    ...(file && { payload: deposit(file) }),
  })
  const { location = '' } = answer.headers
  return { status: answer.statusCode, location, body: answer.body }
}

const deposit = (name: string) =>
  `--part\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n%PDF-1.7\r\n--part--\r\n`

/** Things of a player that none of those who ask has to do with, but the secretary. */
async function namesIn(tenant: TestTenant, secretaryId: string): Promise<Record<string, string>> {
  const player = await tenant.person('Élise Courrière')
  const team = await tenant.organisation('Les Renards')
  const values = { playerName: player.name, playerEmail: player.email, level: 'beginner', team }
  const licence = await tenant.entry('club.licence', values, player.personId)
  const deposited = await depositFile(tenant.system, pdf(), {
    entryId: licence,
    field: 'certificate',
    name: 'certificat.pdf',
  })
  if (!deposited.ok) throw new Error('the file was refused')
  const visitor = newVisitor()
  const draft = await startDraft(tenant.nobody, visitor, 'licence')
  const kept = await uploadToDraft(tenant.nobody, visitor, pdf(), {
    draftId: draft.id,
    path: 'certificate',
    name: 'certificat.pdf',
  })
  if (!kept.ok) throw new Error('the file of the draft was refused')
  const link = await tenant.platform.db.transaction().execute((tx) =>
    makeLink(tx, tenant.system, {
      purpose: 'club.player',
      entryId: licence,
      email: player.email,
      name: player.name,
    }),
  )
  const mail = await tenant.platform.db.transaction().execute((tx) =>
    queueMail(tx, tenant.system, {
      to: { email: player.email, name: player.name },
      subject: 'Votre demande',
      text: 'Bonjour',
      html: '<p>Bonjour</p>',
    }),
  )
  const webhook = await subscribeWebhook(tenant.system, {
    name: 'Tableau',
    url: 'https://programme.example/faits',
    kinds: ['entry.created'],
    ownerId: secretaryId,
  })
  return {
    licence,
    team,
    person: player.personId,
    document: deposited.attachment.id,
    draft: draft.id,
    draftFile: kept.attachment.id,
    link: link.id,
    mail: mail ?? '',
    webhook: webhook.id,
    unknown: '0199e9a0-0000-7000-8000-000000000000',
  }
}
