// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { type Commands, runCommand } from './run-command.ts'

const made: unknown[] = []
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
})
