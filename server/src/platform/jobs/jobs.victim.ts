// SPDX-License-Identifier: MIT
import { createLog } from '../log.ts'
import { createJobs } from './jobs.ts'

/** A worker for `jobs.test.ts` to kill in the middle of a job: it says that it has begun, and never ends. */
const jobs = createJobs({ url: process.argv[2] ?? '', log: createLog('fatal') })
await jobs.work<{ n: number }>('long', { pollingSeconds: 0.5 }, async ({ data }) => {
  process.stdout.write(`started ${data.n}\n`)
  await new Promise(() => {})
})
await jobs.start()
