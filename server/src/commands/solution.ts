// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { check, exportSolution, type Solution } from '@guichet/engine'
import { definitionsOf, installSolution, preparePublication } from '../modules/definitions/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import { findShippedSolutions } from '../shipped-solution.ts'
import { type CommandNeeds, type GuichetCommand, openInstallation } from './needs.ts'
import { readSolution } from './read-solution.ts'
import { solutionMessages } from './solution-messages.ts'
import { tellPlan, tellProblems } from './tell-publication.ts'

const checkCommand: GuichetCommand = {
  summary: {
    fr: 'Vérifie des solutions, entre elles et avec celles fournies, sans base de données.',
    en: 'Checks solutions, together and with those that come with Guichet, without a database.',
  },
  usage: '<file.ts|json>…',
  words: [1, 50],
  run: async ({ words }, { solutionsFolder }) => {
    const given: Solution[] = []
    for (const file of words) given.push(await readSolution(file))
    const shipped = (await findShippedSolutions(solutionsFolder)).map(({ solution }) => solution)
    const others = shipped.filter(({ key }) => !given.some((one) => one.key === key))
    return given
      .flatMap((solution) => tellProblems(solution, check(solution, [...given, ...others])))
      .join('\n')
  },
}

const exportCommand: GuichetCommand = {
  summary: {
    fr: 'Écrit une solution installée, en JSON, dans un fichier ou à l’écran.',
    en: 'Writes an installed solution, as JSON, to a file or to the screen.',
  },
  usage: '<key> [file]',
  words: [1, 2],
  run: async ({ words: [key = '', file] }, needs) => {
    const { solutions } = await definitionsOf((await openInstallation(needs)).context)
    const release = solutions.get(key)
    if (!release) {
      throw new Refused(solutionMessages['not-installed'], {
        key,
        keys: [...solutions.keys()].join(', ') || '-',
      })
    }
    const text = exportSolution(release.published)
    if (file === undefined) return text.trimEnd()
    await writeNew(file, text)
    return inBoth(solutionMessages.exported, { key, file })
  },
}

const importCommand: GuichetCommand = {
  summary: {
    fr: 'Vérifie une solution et montre ce que sa publication changerait, sans rien publier.',
    en: 'Checks a solution and shows what publishing it would change, publishing nothing.',
  },
  usage: '<file.ts|json>',
  words: [1, 1],
  run: async ({ words: [file = ''] }, needs) => {
    const solution = await readSolution(file)
    const { context } = await openInstallation(needs)
    const { problems, plan } = await preparePublication(context, solution)
    return [
      ...tellProblems(solution, problems),
      ...tellPlan(solution, plan),
      inBoth(solutionMessages['to-publish'], { file }),
    ].join('\n')
  },
}

const installCommand: GuichetCommand = {
  summary: {
    fr: 'Publie une solution : celle d’un fichier, ou une de celles fournies.',
    en: 'Publishes a solution: that of a file, or one of those that come with Guichet.',
  },
  usage: '<file.ts|json|key>',
  words: [1, 1],
  run: async ({ words: [wanted = ''] }, needs) => {
    const { solution, shippedSolution } = await findSolution(wanted, needs)
    const { context } = await openInstallation(needs)
    const before = (await definitionsOf(context)).solutions.get(solution.key)
    const { number } = await installSolution(context, solution, 'guichet')
    const done = before?.number === number ? 'already-published' : 'published'
    const values = { key: solution.key, number }
    const isReplaced =
      shippedSolution !== undefined && exportSolution(shippedSolution) !== exportSolution(solution)
    return [
      inBoth(solutionMessages[done], values),
      ...(isReplaced ? [inBoth(solutionMessages['replaced-at-start'], values)] : []),
    ].join('\n')
  },
}

export const solutionCommands = {
  'solution check': checkCommand,
  'solution export': exportCommand,
  'solution import': importCommand,
  'solution install': installCommand,
}

/** The solution to publish, and that of the same key which the next start would publish. */
async function findSolution(
  wanted: string,
  { solutionsFolder }: CommandNeeds,
): Promise<{ solution: Solution; shippedSolution: Solution | undefined }> {
  const shipped = (await findShippedSolutions(solutionsFolder)).map(({ solution }) => solution)
  const named = shipped.find(({ key }) => key === wanted)
  if (!named && !existsSync(wanted)) {
    const keys = shipped.map(({ key }) => key).join(', ') || '-'
    throw new Refused(solutionMessages['not-shipped'], { key: wanted, keys })
  }
  const solution = named ?? (await readSolution(wanted))
  return { solution, shippedSolution: shipped.find(({ key }) => key === solution.key) }
}

/** Never over another file. */
async function writeNew(file: string, text: string): Promise<void> {
  await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const code = error.code === 'EEXIST' ? 'file-exists' : 'file-unwritable'
    throw new Refused(solutionMessages[code], { file })
  })
}
