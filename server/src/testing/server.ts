// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import type { FastifyInstance } from 'fastify'
import { mountApi } from '../api.ts'
import { createKey, type KeyScope, openAccounts, provisionAccount } from '../modules/accounts/index.ts'
import { createHttpServer } from '../platform/http/server.ts'
import { sendAccountMail } from '../platform-mails.ts'
import type { TestTenant } from './tenant.ts'

type Person = Extract<Actor, { kind: 'person' }>

/** The REST API of a body, asked without a network. */
export type TestServer = {
  readonly app: FastifyInstance
  /** A request with the key of a person's account; without a person, without a key. */
  ask(request: {
    method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
    url: string
    as?: Person
    body?: object
    headers?: Record<string, string>
  }): Promise<{
    status: number // eslint-disable-next-line typescript/no-explicit-any -- an answer is looked into as a program would
    body: any
    headers: Record<string, unknown>
  }>
  keyOf(person: Person, scopes?: readonly KeyScope[]): Promise<string>
  close(): Promise<void>
}

export async function startTestServer(tenant: TestTenant): Promise<TestServer> {
  const { platform } = tenant
  const accounts = openAccounts(platform, { sessionHours: 1, sendMail: sendAccountMail(platform) })
  const app = await createHttpServer({
    log: platform.log,
    ids: platform.ids,
    publicUrl: platform.tenant.publicUrl,
    trustProxy: false,
    maxUploadBytes: 1_000_000,
    checks: {},
  })
  await mountApi(app, accounts)
  const keys = new Map<string, string>()

  async function keyOf(person: Person, scopes?: readonly KeyScope[]): Promise<string> {
    const opened = await provisionAccount(accounts, { email: person.email, name: person.name })
    if (!opened.ok) throw new Error(`no account for ${person.name}: ${opened.refusal}`)
    const made = await createKey(tenant.system, {
      accountId: opened.accountId,
      name: 'test',
      ...(scopes && { scopes }),
    })
    keys.set(person.personId, made.key)
    return made.key
  }

  return {
    app,
    keyOf,
    ask: async ({ method = 'GET', url, as, body, headers = {} }) => {
      const key = as && (keys.get(as.personId) ?? (await keyOf(as)))
      const answer = await app.inject({
        method,
        url,
        headers: { ...headers, ...(key !== undefined && { authorization: `Bearer ${key}` }) },
        ...(body && { payload: body }),
      })
      const isJson = String(answer.headers['content-type']).includes('json')
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : answer.body,
        headers: answer.headers,
      }
    },
    close: () => app.close(),
  }
}
