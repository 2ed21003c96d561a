// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/log'
import { datesOf } from '../../../context.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { ButtonLink } from '../../../ui/Button.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { requireViewer } from './require-proof.server.ts'
import securityCss from './security.css?url'
import { detailWords, deviceWords, logWords, methodWords } from './words.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context)
  const asked = Number(new URL(request.url).searchParams.get('apres') ?? '')
  const after = Number.isSafeInteger(asked) && asked > 0 ? asked : undefined
  const { lines, next } = await services(context).security.ownLog(after)
  const dates = datesOf(context)
  return {
    next,
    lines: lines.map((line) => ({
      id: line.id,
      at: dates.moment(line.at),
      what: logWords(line.kind),
      where: [
        methodWords(line.method),
        line.device === null ? '' : deviceWords(line.device),
        line.network ?? '',
        detailWords(line.detail),
      ].filter((words) => words !== ''),
    })),
  }
}

/** What happened to the account during the last twelve months, newest first. */
export default function AccountLog({ loaderData: { lines, next } }: Route.ComponentProps) {
  return (
    <AccountPage title={m.security_log_title()} lead={m.security_log_lead()}>
      <section className="card sec">
        {lines.length === 0 && <p>{m.security_log_empty()}</p>}
        <ul className="sec-list">
          {lines.map((line) => (
            <li key={line.id}>
              <span className="sec-what">
                <b>{line.what}</b>
                <span className="sm muted">
                  <time dateTime={line.at.iso}>{line.at.text}</time>
                </span>
                {line.where.length > 0 && <span className="sm muted">{line.where.join(' · ')}</span>}
              </span>
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <p className="f-act">
            <ButtonLink to={`/compte/securite/journal?apres=${next}`}>{m.security_log_older()}</ButtonLink>
          </p>
        )}
      </section>
      <p>
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
