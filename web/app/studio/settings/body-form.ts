// SPDX-License-Identifier: MIT
import { type BodySettings, type FormValues, locales } from '@guichet/engine'

/** What the inputs of the form of the body show. Lists are one entry a line. */
export interface BodyTyped {
  readonly name: string
  readonly taglineFr: string
  readonly taglineEn: string
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly hoursFr: string
  readonly hoursEn: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly fourEyes: boolean
}

export function typedFrom(body: BodySettings): BodyTyped {
  return {
    name: body.name,
    taglineFr: body.tagline.fr,
    taglineEn: body.tagline.en,
    email: body.email,
    phone: body.phone,
    address: body.address.join('\n'),
    hoursFr: body.openingHours.fr.join('\n'),
    hoursEn: body.openingHours.en.join('\n'),
    timeZone: body.timeZone,
    languages: body.languages ?? locales,
    fourEyes: body.fourEyes === true,
  }
}

/** The settings as they were typed, not yet checked. */
export function bodyFrom(form: FormValues): Partial<Record<keyof BodySettings, unknown>> {
  const text = (name: string) => (form[name]?.[0] ?? '').trim()
  const lines = (name: string) =>
    text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return {
    name: text('name'),
    tagline: { fr: text('taglineFr'), en: text('taglineEn') },
    email: text('email'),
    phone: text('phone'),
    address: lines('address'),
    openingHours: { fr: lines('hoursFr'), en: lines('hoursEn') },
    timeZone: text('timeZone'),
    languages: form.languages ?? [],
    fourEyes: form.fourEyes !== undefined,
  }
}

/** A setting in two languages has its problem at its first input. */
const inputOf: Readonly<Record<string, string>> = { tagline: 'taglineFr', openingHours: 'hoursFr' }

export function problemsByInput(
  problems: readonly { readonly path: string; readonly text: string }[],
): Partial<Record<string, string>> & Readonly<Record<string, string>> {
  return Object.fromEntries(problems.map(({ path, text }) => [inputOf[path] ?? path, text]))
}
