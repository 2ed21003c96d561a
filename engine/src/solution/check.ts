// SPDX-License-Identifier: MIT
import { checkCircuits } from './check/circuits.ts'
import { checkCollections } from './check/collections.ts'
import { checkDashboards } from './check/dashboards.ts'
import { checkEndlessFlows } from './check/endless-flows.ts'
import { checkExtensions } from './check/extensions.ts'
import { checkFlows } from './check/flows.ts'
import { checkForms } from './check/forms.ts'
import { checkHelp } from './check/help.ts'
import { checkIdentity } from './check/identity.ts'
import { checkMails, checkSms } from './check/mails.ts'
import { checkProcedures } from './check/procedures.ts'
import { collectProblems, type CheckProblem, type CheckScope } from './check/report.ts'
import { checkRegimes } from './check/regimes.ts'
import { checkRelations } from './check/relations.ts'
import { checkRights } from './check/rights.ts'
import { checkTexts } from './check/texts.ts'
import { checkViews } from './check/views.ts'
import { modelOf } from './model.ts'
import type { Solution } from './solution.ts'

export type { CheckProblem } from './check/report.ts'

/**
 * Every broken reference and every doubt in a solution, with its place and a sentence in both languages.
 *
 * `others` are the solutions installed beside it. A solution with an error is not published. Expects a value that the
 * schema accepts; the schema's own refusals are not repeated here.
 */
export function check(solution: Solution, others: readonly Solution[] = []): readonly CheckProblem[] {
  const beside = others.filter((other) => other.key !== solution.key)
  const { problems, report } = collectProblems()
  const scope: CheckScope = { solution, others: beside, model: modelOf([...beside, solution]), report }
  for (const [index, name] of (solution.uses ?? []).entries()) {
    if (!beside.some((other) => other.key === name)) report('unknown-solution', `uses[${index}]`, { name })
  }
  checkTexts(scope)
  checkCollections(scope)
  checkExtensions(scope)
  checkRelations(scope)
  checkIdentity(scope)
  checkForms(scope)
  checkProcedures(scope)
  checkRegimes(scope)
  checkRights(scope)
  checkCircuits(scope)
  checkViews(scope)
  checkDashboards(scope)
  checkMails(scope)
  checkSms(scope)
  checkFlows(scope)
  checkEndlessFlows(scope)
  checkHelp(scope)
  return problems
}
