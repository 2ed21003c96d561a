// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import { formFields } from '../../form/visibility.ts'
import type { ClockMark } from '../../legal/clock-mark.ts'
import type { Regime } from '../../legal/regime.ts'
import type { Lifecycle, Transition } from '../../lifecycle/lifecycle.ts'
import type { Mention } from '../legal-messages.ts'
import { own, type CheckScope } from './report.ts'

/**
 * The regimes of procedures: every mention that an acknowledgement of receipt must carry (CRPA, art. R112-5), and a
 * circuit whose marks start and stop the clock.
 */
export function checkRegimes(scope: CheckScope): void {
  for (const [key, { regime, regimeChanges = [], form }] of Object.entries(scope.solution.procedures ?? {})) {
    const path = `procedures.${key}`
    if (regime) checkRegime(scope, regime, form, `${path}.regime`)
    for (const [index, change] of regimeChanges.entries()) {
      if (change.regime) checkRegime(scope, change.regime, form, `${path}.regimeChanges[${index}].regime`)
    }
  }
  for (const [key, { lifecycle }] of Object.entries(scope.solution.collections)) {
    if (lifecycle) checkMarks(scope, key, lifecycle)
  }
}

function checkRegime(scope: CheckScope, regime: Regime, form: string, path: string): void {
  for (const [mention, place] of missingOf(regime)) {
    scope.report('mention-missing', `${path}.${place}`, { mention })
  }
  const name = own(scope.solution.forms, form)?.collection
  const collection = name === undefined ? undefined : own(scope.solution.collections, name)
  if (name !== undefined && collection) checkStartAndStop(scope, regime, { name, collection, path })
}

function missingOf({ silence, period, legalBasis, remedies, inCharge }: Regime): [Mention, string][] {
  const missing: [Mention, string][] = []
  if (silence !== 'none' && !period) missing.push(['period', 'period'])
  if (!legalBasis) missing.push(['legalBasis', 'legalBasis'])
  if (silence === 'rejects' && !remedies) missing.push(['remedies', 'remedies'])
  if (inCharge !== 'body') {
    if (!inCharge.address?.length) missing.push(['address', 'inCharge.address'])
    if (inCharge.phone === undefined) missing.push(['phone', 'inCharge.phone'])
  }
  return missing
}

type Place = { readonly name: string; readonly collection: Collection; readonly path: string }

function checkStartAndStop(scope: CheckScope, regime: Regime, { name, collection, path }: Place): void {
  if (regime.silence === 'none') return
  const { lifecycle } = collection
  if (!lifecycle) {
    scope.report('no-lifecycle', path, { name })
    return
  }
  const does = new Set(Object.values(lifecycle.transitions).map(({ clock }) => clock?.does))
  if (!does.has('decides')) scope.report('clock-never-stops', path, { name })
  if (regime.silence === 'accepts' && regime.competent === 'forwarded' && !does.has('forwards')) {
    scope.report('clock-never-starts', `${path}.competent`, { name })
  }
}

function checkMarks(scope: CheckScope, collectionKey: string, lifecycle: Lifecycle): void {
  for (const [key, transition] of Object.entries(lifecycle.transitions)) {
    const { clock } = transition
    if (!clock) continue
    const path = `collections.${collectionKey}.lifecycle.transitions.${key}.clock`
    checkMarkFields(scope, collectionKey, transition, clock, path)
    if (clock.does === 'asks-completion' && !isCompleted(lifecycle, transition)) {
      scope.report('clock-never-completes', `${path}.does`, { name: key })
    }
  }
}

function isCompleted(lifecycle: Lifecycle, { to }: Transition): boolean {
  const state = typeof to === 'string' ? to : to.otherwise
  return Object.values(lifecycle.transitions).some(
    ({ from, clock }) => clock?.does === 'completes' && from.includes(state),
  )
}

function checkMarkFields(
  scope: CheckScope,
  collectionKey: string,
  { form }: Transition,
  { deadline, onlyIf }: ClockMark,
  path: string,
): void {
  const fields = own(scope.solution.collections, collectionKey)?.fields
  const onForm = form === undefined ? undefined : own(scope.solution.forms, form)
  const wanted = [
    ['deadline', deadline, 'date'],
    ['onlyIf', onlyIf, 'boolean'],
  ] as const
  for (const [place, name, expected] of wanted) {
    if (name === undefined) continue
    const field = own(fields, name)
    if (!field) scope.report('unknown-field', `${path}.${place}`, { name, collection: collectionKey })
    else if (field.type !== expected) scope.report('wrong-type', `${path}.${place}`, { name, expected })
    else if (!onForm || !formFields(onForm).includes(name)) {
      scope.report('not-on-form', `${path}.${place}`, { name })
    }
  }
}
