// SPDX-License-Identifier: MIT
import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util'
import type { LocalizedText } from '@guichet/engine'
import { cliMessages } from './messages.ts'
import { tellFailure } from './tell-failure.ts'

/** What an option was given: a list when it may be repeated. */
export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined

/** The words after the command's name, sorted out: `--email a@b.example` and what stands alone. */
export type Arguments = {
  readonly options: Readonly<Record<string, OptionValue>>
  readonly words: readonly string[]
}

/** One command of the operator. */
export type Command<Needs> = {
  readonly summary: LocalizedText
  /** What follows the name: `--email <address> [--name <name>]`. */
  readonly usage: string
  readonly options?: Readonly<Record<string, ParseArgsOptionDescriptor>>
  /** Options that may not be missing. */
  readonly required?: readonly string[]
  /** Fewest and most words that stand alone; none unless told. */
  readonly words?: readonly [number, number]
  /** Returns what is printed. What it will not do, it refuses by throwing `Refused` or a Problem. */
  run(args: Arguments, needs: Needs): Promise<string>
}

export type Commands<Needs> = Readonly<Record<string, Command<Needs>>>

/** What the command line ends with: what to print, where, and the status of the process. */
export type Outcome = { readonly output: string; readonly ok: boolean }

/**
 * Finds the command named by the first one or two words and runs it. An unknown command or a wrong argument ends with
 * the sentence that says so and the usage; nothing was done then. A refusal of the command ends with its sentence; a
 * fault is thrown.
 */
export async function runCommand<Needs>(
  argv: readonly string[],
  commands: Commands<Needs>,
  needs: Needs,
): Promise<Outcome> {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((candidate) =>
    Object.hasOwn(commands, candidate),
  )
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || !command) {
    const isHelp = argv.length === 0 || /^(help|--help|-h)$/.test(argv[0] ?? '')
    return isHelp
      ? { output: listOf(commands), ok: true }
      : refusal('unknown-command', argv.join(' '), listOf(commands))
  }
  const args = readArguments(argv.slice(name.split(' ').length), command)
  if (!args.ok) return refusal(args.refusal, args.what, usageOf(name, command))
  try {
    return { output: await command.run(args, needs), ok: true }
  } catch (error) {
    const told = tellFailure(error)
    if (told === undefined) throw error
    return { output: told, ok: false }
  }
}

type ReadArguments =
  ({ ok: true } & Arguments) | { ok: false; refusal: keyof typeof cliMessages; what: string }

function readArguments(argv: readonly string[], command: Command<never>): ReadArguments {
  const { required = [], words: [fewest, most] = [0, 0] } = command
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { ...command.options },
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    return {
      ok: false,
      refusal: 'wrong-argument',
      what: error instanceof Error ? error.message : String(error),
    }
  }
  const options = parsed.values as Arguments['options']
  const missing = required.find((option) => options[option] === undefined || options[option] === '')
  if (missing !== undefined) return { ok: false, refusal: 'missing-option', what: `--${missing}` }
  const { positionals: words } = parsed
  if (words.length < fewest || words.length > most)
    return { ok: false, refusal: 'wrong-argument', what: words.join(' ') || '…' }
  return { ok: true, options, words }
}

function refusal(code: keyof typeof cliMessages, what: string, help: string): Outcome {
  const { fr, en } = cliMessages[code]
  return { output: `${fr.replace('{what}', what)}\n${en.replace('{what}', what)}\n\n${help}`, ok: false }
}

function listOf(commands: Commands<never>): string {
  const { fr, en } = cliMessages.commands
  const lines = Object.entries(commands).map(([name, command]) => `  ${usageOf(name, command)}`)
  return [`${fr} / ${en}`, ...lines].join('\n')
}

function usageOf(name: string, { usage, summary }: Command<never>): string {
  return `${`${name} ${usage}`.trimEnd()}\n      ${summary.fr}\n      ${summary.en}`
}
