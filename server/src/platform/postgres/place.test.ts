// SPDX-License-Identifier: MIT
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preparePlace } from './place.ts'
import { reasonInLog } from './reason.ts'
import { canEnter, databaseUser } from './system-user.ts'

const isRoot = process.getuid?.() === 0
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-place-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('who runs the embedded database', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n'

  it('is ourselves, unless we are root', () => {
    expect(databaseUser(passwd, 1000)).toBeUndefined()
    expect(databaseUser(passwd, 0)).toEqual({ uid: 65_534, gid: 65_534 })
    expect(databaseUser(`${passwd}postgres:x:101:103::/:/bin/sh`, 0)).toEqual({ uid: 101, gid: 103 })
  })

  it('is nobody we know when there is no such account, which is told', () => {
    expect(() => databaseUser('root:x:0:0::/root:/bin/sh', 0)).toThrow(/nobody/)
  })
})

describe('where the embedded database is kept', () => {
  it('is the data folder, in a folder of its own that others may not enter', () => {
    const place = preparePlace(join(folder, 'data'), undefined)
    expect(place.cluster).toBe(join(folder, 'data', 'postgres', 'cluster'))
    expect(statSync(place.folder).mode & 0o777).toBe(0o700)
    expect(preparePlace(join(folder, 'data'), undefined)).toEqual(place)
  })

  it.runIf(isRoot)('is another folder when its account cannot enter the data folder', () => {
    const user = databaseUser()
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    expect(canEnter(home, user)).toBe(false)
    const place = preparePlace(join(home, 'guichet', 'data'), user, join(folder, 'shared'))
    expect(place.folder).toMatch(new RegExp(`^${join(folder, 'shared')}/data-\\w{10}$`))
    expect(statSync(place.folder).uid).toBe(user?.uid)
    expect(canEnter(place.folder, user)).toBe(true)
  })

  it('has a socket whose path is short enough wherever the data is', () => {
    const place = preparePlace(join(folder, 'a'.repeat(60), 'b'.repeat(60)), undefined)
    expect(Buffer.byteLength(place.socketFolder)).toBeLessThan(90)
    rmSync(place.socketFolder, { recursive: true })
  })

  it('is refused when the folder belongs to another, or is a file', () => {
    writeFileSync(join(folder, 'data'), 'a file')
    expect(() => preparePlace(join(folder, 'data'), undefined)).toThrow()
    mkdirSync(join(folder, 'other', 'postgres'), { recursive: true })
    expect(() => preparePlace(join(folder, 'other'), { uid: 12_345, gid: 12_345 })).toThrow(/DATA_DIR/)
  })
})

describe('why the database did not start', () => {
  const reasonOf = (log: string) => {
    writeFileSync(join(folder, 'log'), log)
    return reasonInLog(join(folder, 'log'), 0)
  }

  it('is the lines of its log that say so', () => {
    const { text, mayPass } = reasonOf(
      'LOG:  starting PostgreSQL 18\nFATAL:  data directory has wrong ownership\nHINT:  Correct it.\n',
    )
    expect(text).toBe('FATAL:  data directory has wrong ownership\nHINT:  Correct it.')
    expect(mayPass).toBe(false)
  })

  it('may pass when a predecessor is still leaving', () => {
    expect(reasonOf('FATAL:  pre-existing shared memory block (key 1) is still in use\n').mayPass).toBe(true)
    expect(reasonOf('FATAL:  lock file "postmaster.pid" already exists\n').mayPass).toBe(true)
  })
})
