// SPDX-License-Identifier: MIT
import type { Actor, DemonstrationAct } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { changeEntry, getEntry, takeTransition } from '../entries/index.ts'
import { listLinks } from '../links/index.ts'
import { addNote, postMessage } from '../messages/index.ts'
import { actorOf } from '../people/index.ts'
import { type Cast, resolveValues } from './cast.ts'

/** Does one thing on an entry, as the person or the bearer of the link that the demonstration names. */
export async function performAct(
  asSystem: Context,
  entryId: string,
  act: DemonstrationAct,
  cast: Cast,
): Promise<void> {
  const context = actingAs(asSystem, await doerOf(asSystem, entryId, act, cast))
  const { version } = await getEntry(asSystem.db, asSystem, entryId)
  const day = localDay(asSystem.clock.now(), asSystem.tenant.timeZone)
  const resolution = { cast, files: new Map<string, string>(), day }
  switch (act.kind) {
    case 'transition':
      await takeTransition(context, {
        id: entryId,
        version,
        key: act.transition,
        ...(act.answers && { answers: resolveValues(act.answers, resolution) }),
        ...(act.reason !== undefined && { reason: act.reason }),
      })
      return
    case 'message':
      await postMessage(context, { entryId, body: act.text })
      return
    case 'note':
      await addNote(context, { entryId, audience: act.audience, tone: act.tone, body: act.text })
      return
    case 'edit':
      await changeEntry(context, { id: entryId, version, values: resolveValues(act.values, resolution) })
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
