// SPDX-License-Identifier: MIT
import type { ShownRegime } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../../ui/language.ts'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'

/** What silence decides, by which texts and why. */
export function RegimeFacts({ regime }: { regime: ShownRegime | null }) {
  if (!regime) return <p className="muted">{m.studio_regime_absent()}</p>
  return (
    <>
      <SilenceBadge silence={regime.silence} />
      <p>{inLanguage(regime.rule)}</p>
      {regime.because && <p className="muted">{inLanguage(regime.because)}</p>}
      {regime.legalBasis && (
        <p className="sm muted">{m.studio_regime_texts({ texts: inLanguage(regime.legalBasis) })}</p>
      )}
    </>
  )
}

export function SilenceBadge({ silence }: Pick<ShownRegime, 'silence'>) {
  return <StateBadge state={silenceWords(silence)} />
}

function silenceWords(silence: ShownRegime['silence']): ShownState {
  switch (silence) {
    case 'accepts':
      return { label: m.studio_regime_accepts(), tone: 'ok', icon: 'circle-check' }
    case 'rejects':
      return { label: m.studio_regime_rejects(), tone: 'danger', icon: 'circle-x' }
    case 'none':
      return { label: m.studio_regime_none(), tone: 'idle', icon: 'hourglass' }
  }
}
