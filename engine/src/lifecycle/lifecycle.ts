// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition } from '../condition/condition.ts'
import { clockMark } from '../legal/clock-mark.ts'
import { iconName, key, slug, tone } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** Who holds an entry in a state: in words, or whoever held it in the state remembered. */
export const holder = z.union([
  localizedText,
  z.strictObject({ back: z.literal(true), otherwise: localizedText }),
])

/** One place in the circuit. */
export const state = z.strictObject({
  label: localizedText,
  /** What the applicant reads, when the agents' word is not theirs. */
  publicLabel: localizedText.optional(),
  tone,
  icon: iconName.optional(),
  /** A closed entry waits for nobody; it carries the date it was closed. */
  closed: z.boolean().optional(),
  /** Key of the stage of the guide that this state belongs to. */
  stage: key.optional(),
  /**
   * Who holds an entry in this state, when it is not whom the collection's `heldBy` names: « le guichet », or whoever
   * asked for the answer that is awaited.
   */
  holder: holder.optional(),
})
export type State = z.infer<typeof state>

/** A stage of the guide shown above an entry: several states may share one ("with the desk"). */
export const stage = z.strictObject({ label: localizedText, publicLabel: localizedText.optional() })
export type Stage = z.infer<typeof stage>

/**
 * Where a transition leads: a state, or back to the state remembered by an earlier transition
 * (`otherwise` when none is remembered).
 */
export const destination = z.union([key, z.strictObject({ back: z.literal(true), otherwise: key })])
export type Destination = z.infer<typeof destination>

/** A letter, but those that lists and pages keep for themselves: go to, move, select. */
export const shortcut = z.string().regex(/^[abcdefhilmnopqrstuvwyz]$/)

export const transition = z.strictObject({
  from: z.array(key).min(1),
  to: destination,
  label: localizedText,
  /** What the button says it will do, under its form: « L'usager est prévenu par courriel. » */
  consequence: localizedText.optional(),
  icon: iconName.optional(),
  emphasis: z.enum(['primary', 'secondary', 'danger']).optional(),
  /** Form filled on the way; its answers are written to the entry. */
  form: slug.optional(),
  /** A reason in words, kept in the history and given to templates as `reason`. */
  reason: z.enum(['none', 'optional', 'required']).optional(),
  /** Shown over the reason's field. */
  reasonLabel: localizedText.optional(),
  /** The reason is written for the applicant, who reads it on the page of the entry without the right `history`. */
  publicReason: z.boolean().optional(),
  /** Must hold on the entry, besides the grant. Its label tells why the button is refused. */
  guard: z.strictObject({ condition, otherwise: localizedText }).optional(),
  /** `true` remembers the state it leaves, for a later `{ back: true }`; `false` forgets the one remembered. */
  remember: z.boolean().optional(),
  /** An integer field that goes up by one each time it is taken: « renvoyée deux fois ». */
  counts: key.optional(),
  /** The transition that takes it back. Absent: the way back that asks nothing, when there is one (`undoOf`). */
  undo: key.optional(),
  /** The single key that opens it in a list or on an entry. */
  shortcut: shortcut.optional(),
  /** Who takes it may tick fields of this form, each with a word: what the answer must correct or complete. */
  asksFor: slug.optional(),
  /** Its form opens only the fields that were asked for, when some were named. */
  onlyAsked: z.boolean().optional(),
  /** What it is for the period after which silence decides. */
  clock: clockMark.optional(),
})
export type Transition = z.infer<typeof transition>

export const lifecycle = z.strictObject({
  initial: key,
  states: z.record(key, state),
  stages: z.record(key, stage).optional(),
  transitions: z.record(key, transition),
})
export type Lifecycle = z.infer<typeof lifecycle>
