// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'

/** What a person typed of an address, taken apart. */
export type TypedAddress = {
  /** `14`, `14 bis`; `undefined` when the line does not begin with a number. */
  readonly number: string | undefined
  /** The rest, folded, abbreviations written out: `rue de la ba`. */
  readonly words: readonly string[]
}

/** As people shorten them on envelopes (norme NF Z10-011, « abréviations »). */
const abbreviations: Readonly<Record<string, string>> = {
  all: 'allee',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  boul: 'boulevard',
  che: 'chemin',
  chem: 'chemin',
  crs: 'cours',
  fg: 'faubourg',
  imp: 'impasse',
  pl: 'place',
  r: 'rue',
  rte: 'route',
  sq: 'square',
  st: 'saint',
  ste: 'sainte',
}

const begunByNumber = /^\s*(\d{1,5})\s*(?:(bis|ter|quater)(?![\p{L}\d])|([a-z])(?![\p{L}\d]))?[\s,]+(?=\S)/iu

/** Takes a typed line apart. The words of the town may follow those of the street. */
export function typedAddress(text: string): TypedAddress {
  const found = begunByNumber.exec(text)
  const rest = found ? text.slice(found[0].length) : text
  const suffix = (found?.[2] ?? found?.[3])?.toLowerCase()
  return {
    number: found ? [found[1], suffix].filter(Boolean).join(' ') : undefined,
    words: addressWords(rest),
  }
}

/** The words of an address as they are compared: folded, abbreviations written out. */
export function addressWords(text: string): string[] {
  return (fold(text).match(/[a-z0-9]+/g) ?? []).map((word) =>
    Object.hasOwn(abbreviations, word) ? (abbreviations[word] ?? word) : word,
  )
}
