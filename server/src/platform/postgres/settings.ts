// SPDX-License-Identifier: MIT

/** How the embedded PostgreSQL runs. Only its own socket, never the network. */
const always = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // The planner's just-in-time compiler costs more than it saves on pages of fifty rows.
  jit: 'off',
  random_page_cost: '1.1',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
}

/** For tests only: a crash of the machine loses the cluster. */
const notDurable = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Their files are in memory.
  max_wal_size: '512MB',
  shared_buffers: '128MB',
  max_connections: '200',
}

/** The settings as arguments of the `postgres` program, which win over the files of the cluster. */
export function serverArguments(cluster: string, socketFolder: string, durable: boolean): string[] {
  const settings = { ...always, ...(durable ? {} : notDurable), unix_socket_directories: socketFolder }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/**
 * The arguments of `initdb`. The order of text is that of its bytes, quick and the same on every system;
 * what people read in order names the collation `french`. Nobody but the owner of the socket's folder connects.
 */
export function clusterArguments(cluster: string, durable: boolean): string[] {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  return ['-D', cluster, '--username=guichet', '--auth=trust', ...locale, ...(durable ? [] : ['--no-sync'])]
}
