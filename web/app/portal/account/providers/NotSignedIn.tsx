// SPDX-License-Identifier: MIT
import type { ThroughRefusal } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../../paraglide/messages.js'
import { AccountPage } from '../AccountPage.tsx'
import { throughWords } from './refusal-words.ts'

/** A sign-in through a provider that did not succeed, and the ways on. */
export function NotSignedIn({ refusal, provider }: { refusal: ThroughRefusal; provider: string }) {
  return (
    <AccountPage title={m.providers_failed_title()} refused={throughWords(refusal)}>
      <ul className="links">
        <li>
          <a href={`/connexion/fournisseurs/${provider}`} rel="nofollow">
            {m.providers_try_again()}
          </a>
        </li>
        <li>
          <Link to="/connexion">{m.providers_otherwise()}</Link>
        </li>
      </ul>
    </AccountPage>
  )
}
