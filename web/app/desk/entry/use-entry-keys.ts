// SPDX-License-Identifier: MIT
import type { TransitionView } from '@guichet/server'
import { useNavigate } from 'react-router'
import { useSingleKeys } from '../keyboard/use-single-keys.ts'
import { fromList } from '../list-link.ts'
import type { ListPlace } from './list-place.server.ts'

/** On an entry: the letter of an action opens its form, J and K go to the next and the previous one of the list. */
export function useEntryKeys(
  base: string,
  transitions: readonly TransitionView[],
  place: ListPlace | undefined,
): void {
  const navigate = useNavigate()
  useSingleKeys((key) => {
    const around = { j: place?.next, k: place?.previous }[key]
    if (around) return void navigate(fromList(`/bureau/fiches/${around}`, place?.address))
    const transition = transitions.find(({ shortcut, refusedBecause }) => {
      return shortcut === key && refusedBecause === null
    })
    if (transition) void navigate(fromList(`${base}/${transition.key}`, place?.address))
  })
}
