// SPDX-License-Identifier: MIT
import { createJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import {
  type AccountMail,
  type Accounts,
  type Client,
  openAccounts,
  provisionAccount,
  workAccountJobs,
} from './index.ts'

export const password = 'une phrase que je retiens'

/** A body whose accounts work for real, jobs included, with a mail box in memory in place of the outbox. */
export type TestAccounts = {
  readonly tenant: TestTenant
  readonly accounts: Accounts
  /** Mails by recipient; a key seen before is not sent again, as the outbox does. */
  mailsTo(email: string): AccountMail[]
  /** An account with `password` for a person of the directory. */
  account(
    name: string,
    roles?: Readonly<Record<string, string>>,
  ): Promise<{ accountId: string; personId: string; email: string }>
  close(): Promise<void>
}

export async function someAccounts(options: Parameters<typeof aTenant>[0] = {}): Promise<TestAccounts> {
  const tenant = await aTenant(options)
  const jobs = createJobs({ url: tenant.url, log: silentLog })
  const sent = new Map<string, AccountMail>()
  const accounts = openAccounts(
    { ...tenant.platform, jobs },
    { sessionHours: 12, sendMail: async (_, mail) => void (sent.has(mail.key) || sent.set(mail.key, mail)) },
  )
  await workAccountJobs(accounts)
  await jobs.start()
  return {
    tenant,
    accounts,
    mailsTo: (email) => [...sent.values()].filter(({ to }) => to.email === email),
    account: async (name, roles = {}) => {
      const { email } = await tenant.person(name, roles)
      const made = await provisionAccount(accounts, { name, email, password })
      if (!made.ok) throw new Error(`no account for ${name}: ${made.refusal}`)
      return { ...made, email }
    },
    close: async () => {
      await jobs.stop()
      await tenant.close()
    },
  }
}

/** Each browser of the tests comes from a network of its own unless told. */
let networks = 0

/** A browser that keeps its cookies, as far as these tests need. */
export function aBrowser(address = `198.51.${(networks += 1)}.7`) {
  const jar = new Map<string, string>()
  const headers = () =>
    new Headers(jar.size > 0 ? { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } : {})
  return {
    get client(): Client {
      return { headers: headers(), address, locale: 'fr' }
    },
    get headers(): Headers {
      return headers()
    },
    jar,
    /** Keeps the cookies of an answer. */
    receive<Answer extends object>(answer: Answer): Answer {
      for (const cookie of 'setCookie' in answer ? (answer.setCookie as string[]) : []) {
        const [pair = ''] = cookie.split(';')
        const at = pair.indexOf('=')
        const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
        if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
        else jar.set(name, value)
      }
      return answer
    },
  }
}
export type Browser = ReturnType<typeof aBrowser>

/** The token at the end of a mail's button. */
export function tokenIn(mail: AccountMail | undefined): string {
  if (!mail) throw new Error('no mail was sent')
  return mail.button.url.slice(mail.button.url.lastIndexOf('/') + 1)
}
