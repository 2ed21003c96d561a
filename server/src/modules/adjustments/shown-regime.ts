// SPDX-License-Identifier: MIT
import { type LocalizedText, locales, type Regime, silenceRule } from '@guichet/engine'

/** What silence decides, as whoever sets the body up reads it. */
export type ShownRegime = {
  readonly silence: Regime['silence']
  readonly period: Regime['period'] | null
  /** As the sheet says it to the public. */
  readonly rule: LocalizedText
  readonly legalBasis: LocalizedText | null
  readonly because: LocalizedText | null
}

/** Null without a regime. */
export function shownRegime(regime: Regime | undefined): ShownRegime | null {
  if (!regime) return null
  const { silence, period, legalBasis, because } = regime
  const [fr, en] = locales.map((locale) => silenceRule(regime, locale))
  return {
    silence,
    period: period ?? null,
    rule: { fr: fr ?? '', en: en ?? '' },
    legalBasis: legalBasis ?? null,
    because: because ?? null,
  }
}
