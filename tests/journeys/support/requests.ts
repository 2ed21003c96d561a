// SPDX-License-Identifier: MIT
import { expect, type Page } from '@playwright/test'
import { address } from './address.ts'

/** A request that a service holds already: what led there is the business of other journeys. */
export interface HeldRequest {
  readonly number: string
  /** Mailbox of who asks. */
  readonly mailbox: string
}

/** Writes a request and passes it on to a service, through the API, as the agent who is signed in. */
export async function aRequestAt(
  service: string,
  agent: Page,
  mailbox: string,
  observation: string,
): Promise<HeldRequest> {
  const requests = '/api/v1/entries/town-desk/request'
  const services = await read<{ entries: { id: string; title: string }[] }>(
    agent,
    `/api/v1/entries/directory/organisation?q=${encodeURIComponent(service)}`,
  )
  const created = await post<{ id: string; number: string }>(agent, requests, {
    values: {
      procedure: 'street_problem',
      observation,
      applicant: { firstName: 'Paul', lastName: 'Verdier' },
      email: mailbox,
      dataConsent: true,
    },
  })
  const unit = services.entries.find(({ title }) => title === service)?.id
  // The flow of the filing may change it at the same time.
  await expect(async () => {
    const { version } = await read<{ version: number }>(agent, `${requests}/${created.id}`)
    await post(agent, `${requests}/${created.id}/transitions/transmit`, { version, answers: { unit } })
  }).toPass()
  return { number: created.number, mailbox }
}

async function read<T>(agent: Page, path: string): Promise<T> {
  const answer = await agent.request.get(path)
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json() as Promise<T> // as the API describes it
}

async function post<T>(agent: Page, path: string, body: unknown): Promise<T> {
  const answer = await agent.request.post(path, {
    data: body,
    headers: { origin: new URL(address()).origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json() as Promise<T> // as the API describes it
}
