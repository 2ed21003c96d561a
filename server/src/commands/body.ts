// SPDX-License-Identifier: MIT
import { type BodySettings, bodySettings, type LocalizedText } from '@guichet/engine'
import { recordEvent } from '../modules/events/index.ts'
import { bodyChanges, saveBody } from '../modules/settings/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import type { Arguments } from '../platform/cli/run-command.ts'
import type { Tenant } from '../platform/tenant.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'
import { textOption, textOptions } from './options.ts'

const messages = {
  saved: {
    fr: 'C’est noté pour {name}. Un Guichet en service le montre aussitôt.',
    en: 'Noted for {name}. A running Guichet shows it at once.',
  },
  nothing: { fr: 'Rien à changer : donnez au moins une option.', en: 'Nothing to change: give an option.' },
  wrong: { fr: 'Valeur refusée : {places}.', en: 'Value refused: {places}.' },
} as const satisfies Record<string, LocalizedText>

const setCommand: GuichetCommand = {
  summary: {
    fr: 'Dit ce que la collectivité montre d’elle-même. Ce qui n’est pas donné reste.',
    en: 'Says what the body shows of itself. What is not given stays.',
  },
  usage:
    '[--name <name>] [--email <address>] [--phone <number>] [--address <line>]… [--tagline-fr <text>] [--tagline-en <text>] [--colour <#rrggbb>] [--time-zone <Europe/Paris>]',
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    phone: { type: 'string' },
    address: { type: 'string', multiple: true },
    'tagline-fr': { type: 'string' },
    'tagline-en': { type: 'string' },
    colour: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  run: async ({ options }, needs) => {
    if (Object.keys(options).length === 0) throw new Refused(messages.nothing)
    const { context } = await openInstallation(needs)
    const before = shownBy(context.tenant)
    const after = checked({ ...before, ...given(options, before) })
    await context.db.transaction().execute(async (tx) => {
      await saveBody(tx, after)
      await recordEvent(tx, context, {
        kind: 'body.changed',
        payload: { changes: bodyChanges(before, after) },
      })
    })
    return inBoth(messages.saved, { name: after.name })
  },
}

export const bodyCommands = { 'body set': setCommand }

/** What a tenant says of itself, without what the installation adds. */
function shownBy({ publicUrl: _url, sender: _sender, ...body }: Tenant): BodySettings {
  return bodySettings.parse(body)
}

function given(options: Arguments['options'], before: BodySettings): Partial<BodySettings> {
  const name = textOption(options, 'name')
  const email = textOption(options, 'email')
  const phone = textOption(options, 'phone')
  const address = textOptions(options, 'address')
  const brandColour = textOption(options, 'colour')
  const timeZone = textOption(options, 'time-zone')
  const tagline = {
    fr: textOption(options, 'tagline-fr') ?? before.tagline.fr,
    en: textOption(options, 'tagline-en') ?? before.tagline.en,
  }
  return {
    tagline,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(address.length > 0 && { address }),
    ...(brandColour !== undefined && { brandColour }),
    ...(timeZone !== undefined && { timeZone }),
  }
}

function checked(body: BodySettings): BodySettings {
  const outcome = bodySettings.safeParse(body)
  const places = outcome.success ? [] : outcome.error.issues.map(({ path }) => path.join('.'))
  if (!outcome.success) throw new Refused(messages.wrong, { places: places.join(', ') })
  return outcome.data
}
