// SPDX-License-Identifier: MIT
import { Client } from 'pg'

/** The same server, another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export async function createDatabaseFrom(adminUrl: string, name: string, template: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)} strategy file_copy`,
    ),
  )
}

/** Drops the database and the connections that are left in it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  )
}

async function asAdmin(adminUrl: string, act: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
