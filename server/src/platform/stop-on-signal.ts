// SPDX-License-Identifier: MIT
import type { Log } from './log.ts'

/** How long a graceful stop may take before the process ends all the same. */
const patienceMs = 30_000

/**
 * Stops when asked: Ctrl-C, a service manager's SIGTERM, or the death of the launcher that holds the other end of the
 * IPC channel. Asked twice (Ctrl-C reaches the launcher and us), it stops once.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false
  const begin = (reason: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ reason }, 'stopping')
    setTimeout(() => process.exit(1), patienceMs).unref()
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'did not stop well')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => begin('SIGINT'))
  process.on('SIGTERM', () => begin('SIGTERM'))
  process.on('SIGHUP', () => begin('SIGHUP'))
  process.on('disconnect', () => begin('launcher gone'))
  // It may have died while our modules were loading.
  if (process.send !== undefined && !process.connected) begin('launcher gone')
}
