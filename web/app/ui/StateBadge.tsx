// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import { Icon, iconNamed, type IconName } from './icons/Icon.tsx'

/** A state as it is shown: the three signs together, so that none is needed alone. */
export interface ShownState {
  readonly label: string
  readonly tone: Tone
  readonly icon?: string | undefined
}

const usualIcons: Record<Tone, IconName> = {
  info: 'inbox',
  warn: 'message-circle-question',
  wait: 'send',
  ok: 'circle-check',
  danger: 'alert-circle-filled',
  idle: 'circle-dashed',
}

/** The icon of a state, or the usual one of its tone. */
export const stateIcon = (state: ShownState): IconName => iconNamed(state.icon, usualIcons[state.tone])

/** State = colour + icon + word, as plain text; a ground behind it (`block`) only in the header of an entry. */
export function StateBadge({ state, block = false }: { state: ShownState; block?: boolean }) {
  return (
    <span className={`state tone-${state.tone}${block ? ' state--block' : ''}`}>
      <Icon name={stateIcon(state)} />
      {state.label}
    </span>
  )
}
