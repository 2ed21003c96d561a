// SPDX-License-Identifier: MIT
import type { FileSettings } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type StoredAttachment, uploaderOf } from '../attachments/index.ts'
import type { LoadedEntry } from '../entries/index.ts'

/**
 * Whether the actor may read a file of an entry they may read: those it was shared with, the field it answers, the
 * thread it was posted in, or what they sent themselves and have not posted yet.
 */
export function mayReadFile(context: Context, entry: LoadedEntry, file: StoredAttachment): boolean {
  if (file.shared === 'handlers') return entry.may('history')
  if (file.shared === 'everyone') return mayReadThread(entry)
  if (file.field !== null) return entry.readable.has(file.field)
  if (file.messageId !== null) return mayReadThread(entry)
  return file.uploadedBy === uploaderOf(context.actor)
}

/**
 * The thread is for those who take part in it and those who may read what happened. Reading the entry is not enough:
 * some entries are public, what is written about them is not.
 */
export function mayReadThread(entry: LoadedEntry): boolean {
  return entry.may('comment') || entry.may('history')
}

/**
 * The settings of the field that a file is sent for, when the actor may give it a value: by editing, or by the form
 * of a transition that is open to them now.
 */
export function fieldOpenToFiles(entry: LoadedEntry, key: string): FileSettings | undefined {
  const field = Object.hasOwn(entry.definition.fields, key) ? entry.definition.fields[key] : undefined
  if (field?.type !== 'file' && field?.type !== 'files') return undefined
  const open = (entry.may('edit') && entry.writable.has(key)) || isAskedByTransition(entry, key)
  return open ? field : undefined
}

function isAskedByTransition(entry: LoadedEntry, key: string): boolean {
  const { forms } = entry.release.solution
  return Object.entries(entry.definition.lifecycle?.transitions ?? {}).some(
    ([name, { form, from }]) =>
      form !== undefined &&
      entry.state !== null &&
      from.includes(entry.state) &&
      entry.may(`transition:${name}`) &&
      forms[form]?.pages.some(({ items }) => items.some(({ field }) => field === key)) === true,
  )
}
