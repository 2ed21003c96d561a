// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { createLifetime, LifetimeEnded } from './lifetime.ts'
import { silentLog } from './log.ts'

describe('the end of a lifetime', () => {
  it('stops the last started first, once, and goes on when one part fails', async () => {
    const stopped: string[] = []
    const lifetime = createLifetime(silentLog)
    lifetime.add('database', async () => stopped.push('database'))
    lifetime.add('jobs', () => Promise.reject(new Error('stuck')))
    lifetime.add('http', async () => stopped.push('http'))
    await Promise.all([lifetime.end(), lifetime.end()])
    expect(stopped).toEqual(['http', 'database'])
  })

  it('stops whoever is still starting, and what it had just started', async () => {
    const stopped: string[] = []
    const lifetime = createLifetime(silentLog)
    await lifetime.end()
    expect(lifetime.isEnding).toBe(true)
    expect(() => lifetime.add('late', async () => stopped.push('late'))).toThrow(LifetimeEnded)
    await lifetime.end()
    expect(stopped).toEqual(['late'])
  })
})
