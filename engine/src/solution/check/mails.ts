// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import { allSteps } from '../../flow/traverse.ts'
import { locales, type LocalizedText } from '../../text/localized.ts'
import { shownSystemValues } from '../../template/entry-variables.ts'
import type { Solution } from '../solution.ts'
import { reportMailText } from './language.ts'
import { own, type CheckScope } from './report.ts'

/** Mails: texts that merge, for every collection whose flows send them. */
export function checkMails(scope: CheckScope): void {
  const senders = collectionsSending(scope.solution, 'mails')
  for (const [key, mail] of Object.entries(scope.solution.mails ?? {})) {
    const path = `mails.${key}`
    const collections = senders.get(key) ?? new Map<string, Collection>()
    if (collections.size === 0) scope.report('unused-mail', path, { name: key })
    for (const [collectionKey, collection] of collections) {
      checkText(scope, mail.subject, `${path}.subject`, collection)
      checkText(scope, mail.body, `${path}.body`, collection)
      if (mail.button) checkText(scope, mail.button, `${path}.button`, collection)
      for (const [index, name] of (mail.facts ?? []).entries()) {
        if (own(collection.fields, name) || shownSystemValues.includes(name)) continue
        scope.report('unknown-field', `${path}.facts[${index}]`, { name, collection: collectionKey })
      }
    }
  }
}

/** Text messages: the same, without a button. */
export function checkSms(scope: CheckScope): void {
  const senders = collectionsSending(scope.solution, 'texts')
  for (const [key, { text }] of Object.entries(scope.solution.texts ?? {})) {
    const collections = senders.get(key)
    if (!collections) scope.report('unused-text', `texts.${key}`, { name: key })
    for (const collection of collections?.values() ?? [])
      checkText(scope, text, `texts.${key}.text`, collection)
  }
}

function checkText(scope: CheckScope, text: LocalizedText, path: string, collection: Collection): void {
  for (const locale of locales) reportMailText(scope, text[locale], `${path}.${locale}`, collection)
}

/** The collections of the flows that send each mail, or each text message, by its key. */
export function collectionsSending(
  solution: Solution,
  kind: 'mails' | 'texts',
): ReadonlyMap<string, ReadonlyMap<string, Collection>> {
  const found = new Map<string, Map<string, Collection>>()
  for (const flow of Object.values(solution.flows ?? {})) {
    const collection = own(solution.collections, flow.on.collection)
    for (const step of allSteps(flow.steps)) {
      if (step.kind !== 'notify' || !collection) continue
      const sent = kind === 'mails' ? step.mail : step.text
      if (sent === undefined) continue
      const known = found.get(sent) ?? new Map<string, Collection>()
      found.set(sent, known.set(flow.on.collection, collection))
    }
  }
  return found
}
