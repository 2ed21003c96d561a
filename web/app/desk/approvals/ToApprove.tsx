// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { countFigures } from '../count-words.ts'

/** Beyond, the server counts no further. */
const countedAtMost = 100

/** In the menu of who decides some level: how many changes wait for them. */
export function ToApprove({ decides, count }: { decides: boolean; count: number }) {
  if (!decides) return null
  const capped = count >= countedAtMost
  return (
    <section>
      <ul>
        <li>
          <Link className="side__a" to="/bureau/a-approuver">
            <Icon name="checkbox" />
            <span>{m.approvals_title()}</span>
            <span className="cnt">{countFigures({ count: capped ? countedAtMost - 1 : count, capped })}</span>
          </Link>
        </li>
      </ul>
    </section>
  )
}
