// SPDX-License-Identifier: MIT
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

function linesOf(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  write(createLog('info', destination))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('is one JSON object a line', () => {
    expect(linesOf((log) => log.info({ entry: 'e1' }, 'filed'))).toMatchObject([
      { entry: 'e1', msg: 'filed' },
    ])
  })

  it('removes secrets wherever they are', () => {
    const [line] = linesOf((log) =>
      log.info({ token: 'abc', headers: { cookie: 'abc', authorization: 'abc' } }, 'x'),
    )
    expect(JSON.stringify(line)).not.toContain('abc')
  })

  it('tells the message of what only looks like an error', () => {
    expect(linesOf((log) => log.warn({ err: { message: 'gone', queue: 'mails' } }, 'x'))).toMatchObject([
      { err: { message: 'gone' } },
    ])
  })

  it('keeps the row that the database puts in the detail of its refusal to itself', () => {
    const refusal = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint: 'people_email',
      detail: 'Key (email)=(jeanne@plassans.example) already exists.',
    })
    const [line] = linesOf((log) => log.error({ err: new Error('failed', { cause: refusal }) }, 'x'))
    expect(line).toMatchObject({
      err: { message: 'failed', cause: { code: '23505', constraint: 'people_email' } },
    })
    expect(JSON.stringify(line)).not.toContain('jeanne')
  })
})
