// SPDX-License-Identifier: MIT
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  type Actor,
  type Demonstration,
  type DemonstrationAct,
  type DemonstrationValue,
  filesNamedBy,
} from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { depositFile } from '../documents/index.ts'
import { changeEntry, getEntry, takeTransition } from '../entries/index.ts'
import { listLinks } from '../links/index.ts'
import { addNote, postMessage } from '../messages/index.ts'
import { actorOf } from '../people/index.ts'
import { type Cast, resolveValues } from './cast.ts'

type Props = { readonly cast: Cast; readonly files: Demonstration['files'] }

/** Does one thing on an entry, as the person or the bearer of the link that the demonstration names. */
export async function performAct(
  asSystem: Context,
  entryId: string,
  act: DemonstrationAct,
  { cast, files }: Props,
): Promise<void> {
  const context = actingAs(asSystem, await doerOf(asSystem, entryId, act, cast))
  const given = act.kind === 'transition' ? (act.answers ?? {}) : act.kind === 'edit' ? act.values : {}
  const deposited = await depositFiles(context, entryId, given, files)
  const { version } = await getEntry(asSystem.db, asSystem, entryId)
  const day = localDay(asSystem.clock.now(), asSystem.tenant.timeZone)
  const values = resolveValues(given, { cast, files: deposited, day })
  switch (act.kind) {
    case 'transition':
      await takeTransition(context, {
        id: entryId,
        version,
        key: act.transition,
        answers: values,
        ...(act.reason !== undefined && { reason: act.reason }),
        ...(act.asked && { asked: act.asked }),
      })
      return
    case 'message':
      await postMessage(context, { entryId, body: act.text })
      return
    case 'note':
      await addNote(context, { entryId, audience: act.audience, tone: act.tone, body: act.text })
      return
    case 'edit':
      await changeEntry(context, { id: entryId, version, values })
      return
  }
}

async function doerOf(
  context: Context,
  entryId: string,
  { by }: DemonstrationAct,
  cast: Cast,
): Promise<Actor> {
  if (by.kind === 'person') {
    const actor = await actorOf(context, cast.get(by.person) ?? '')
    if (!actor) throw new Error(`no person ${by.person}`)
    return actor
  }
  const entry = await getEntry(context.db, context, entryId)
  const purpose = `${entry.release.solution.key}.${by.purpose}`
  const link = (await listLinks(context, entryId)).find(
    (one) => one.purpose === purpose && one.state === 'works',
  )
  if (!link) throw new Error(`no link of ${purpose} works on the entry`)
  return { kind: 'link', linkId: link.id, purpose, entryId, email: link.email, name: link.name, locale: 'fr' }
}

async function depositFiles(
  context: Context,
  entryId: string,
  values: Readonly<Record<string, DemonstrationValue>>,
  files: Demonstration['files'],
): Promise<Map<string, string>> {
  const deposited = new Map<string, string>()
  for (const [field, value] of Object.entries(values)) {
    for (const name of filesNamedBy(value)) {
      const stream = createReadStream(fileURLToPath(files[name] ?? ''))
      const received = await depositFile(context, stream, { entryId, field, name })
      if (!received.ok) throw new Error(`${name}: ${received.problem.code}`)
      deposited.set(name, received.attachment.id)
    }
  }
  return deposited
}
