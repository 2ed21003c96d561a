// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { problem } from '../http/problems.ts'
import { Refused } from './refused.ts'
import { type Commands, runCommand } from './run-command.ts'

const made: unknown[] = []
const failures: Record<string, Error> = {
  refused: new Refused({ fr: 'Pas {what} !', en: 'No {what}!' }, { what: '1' }, ['  a detail']),
  input: problem('invalid-input', {
    fields: [{ path: 'email', code: 'email', text: { fr: 'Une adresse ?', en: 'An address?' } }],
  }),
}
const commands: Commands<{ now: string }> = {
  'account create': {
    summary: { fr: 'Crée un compte.', en: 'Creates an account.' },
    usage: '--email <address> [--admin]',
    options: { email: { type: 'string' }, admin: { type: 'boolean' } },
    required: ['email'],
    run: async ({ options }, { now }) => {
      made.push({ ...options, now })
      return 'ok'
    },
  },
  backup: {
    summary: { fr: 'Sauvegarde.', en: 'Backs up.' },
    usage: '<file>',
    words: [1, 1],
    run: async ({ words }) => `saved in ${words[0]}`,
  },
  fail: {
    summary: { fr: 'Échoue.', en: 'Fails.' },
    usage: '<how>',
    words: [1, 1],
    run: ({ words: [how = ''] }) => Promise.reject(failures[how] ?? new Error(`a fault: ${how}`)),
  },
}
const run = (...argv: string[]) => runCommand(argv, commands, { now: 'monday' })

describe('the command line', () => {
  it('runs the command with its options and its words', async () => {
    expect(await run('account', 'create', '--email', 'a@b.example', '--admin')).toEqual({
      output: 'ok',
      ok: true,
    })
    expect(made).toEqual([{ email: 'a@b.example', admin: true, now: 'monday' }])
    expect(await run('backup', 'town.tar')).toEqual({ output: 'saved in town.tar', ok: true })
  })

  it.each([
    [['account', 'destroy'], 'Unknown command: account destroy.'],
    [['account', 'create'], '--email is missing.'],
    [['account', 'create', '--email', ''], '--email is missing.'],
    [['account', 'create', '--emial', 'x'], 'Wrong argument'],
    [['backup'], 'Wrong argument'],
    [['backup', 'a', 'b'], 'Wrong argument: a b.'],
    [['constructor'], 'Unknown command'],
  ])('refuses %j, says why in both languages and shows the usage', async (argv, reason) => {
    const { output, ok } = await run(...argv)
    expect(ok).toBe(false)
    expect(output).toContain(reason)
    expect(output).toMatch(/inconnue|incorrect|manque/)
    expect(output).toContain('<')
  })

  it('lists its commands when asked for nothing or for help', async () => {
    for (const argv of [[], ['help'], ['--help']]) {
      const { output, ok } = await run(...argv)
      expect(ok).toBe(true)
      expect(output).toMatch(/account create[\s\S]*backup/)
    }
  })

  it('ends with the sentence of a refusal, in both languages, without a stack', async () => {
    const { output, ok } = await run('fail', 'refused')
    expect(ok).toBe(false)
    expect(output).toMatch(/^Pas 1\s!\nNo 1!\n {2}a detail$/)
  })

  it('tells a problem of a use case with its places', async () => {
    const { output, ok } = await run('fail', 'input')
    expect(ok).toBe(false)
    expect(output).toMatch(/email\n {4}Une adresse\s\?\n {4}An address\?$/)
  })

  it('does not hide a fault', async () => {
    await expect(run('fail', 'otherwise')).rejects.toThrow('a fault: otherwise')
  })
})
