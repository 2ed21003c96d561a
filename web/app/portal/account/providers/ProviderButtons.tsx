// SPDX-License-Identifier: MIT
import type { OfferedProvider } from '@guichet/server'
import { m } from '../../../paraglide/messages.js'
import { inLanguage } from '../../../ui/language.ts'

/**
 * The ways to sign in that are others’, before our own and set apart from it, as FranceConnect and ProConnect demand.
 * Links, not buttons of forms: the policy of the page keeps its forms from leading elsewhere.
 */
export function ProviderButtons({
  providers,
  back,
}: {
  providers: readonly OfferedProvider[]
  back: string
}) {
  if (providers.length === 0) return null
  const query = back === '' ? '' : `?retour=${encodeURIComponent(back)}`
  return (
    <>
      <ul className="providers">
        {providers.map(({ key, button, look, about, forEveryone }) => (
          <li key={key}>
            {!forEveryone && <p className="muted">{m.providers_for_staff()}</p>}
            <a
              className={
                look === 'plain' ? 'btn btn--lg btn--block' : 'btn btn--lg btn--block providers__state'
              }
              href={`/connexion/fournisseurs/${key}${query}`}
              rel="nofollow"
            >
              {inLanguage(button)}
            </a>
            {about && (
              <p>
                <a href={about.url} target="_blank" rel="noreferrer">
                  {inLanguage(about.label)}
                  <span className="vh"> ({m.providers_new_window()})</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="providers__or">
        <span>{m.providers_or()}</span>
      </p>
    </>
  )
}
