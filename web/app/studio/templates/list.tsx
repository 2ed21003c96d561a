// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/list'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { inLanguage } from '../../ui/language.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { ListTable } from '../ListTable.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { readerWords } from './template-words.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { templates: await services(context).adjustments.listTemplates() }
}

/** Every message that flows send, with the moment and the reader. */
export default function Templates({ loaderData: { templates } }: Route.ComponentProps) {
  return (
    <StudioPage title={m.studio_templates_title()} lead={m.studio_templates_lead()} wide>
      <ListTable
        label={m.studio_templates_title()}
        columns={[m.studio_templates_message(), m.studio_templates_when(), m.studio_templates_words()]}
        empty={templates.length === 0 && <EmptyState icon="template" title={m.studio_templates_empty()} />}
      >
        {templates.map(({ solution, kind, key, title, sent, adjusted, toLookAt }) => (
          <tr key={`${solution} ${kind} ${key}`}>
            <td>
              <Link className="obj" to={`/studio/messages/${solution}/${kind}/${key}`}>
                {inLanguage(title)}
              </Link>
              <small>
                <Icon name={kind === 'mails' ? 'mail' : 'device-mobile'} size="sm" />{' '}
                {kind === 'mails' ? m.studio_kind_mail() : m.studio_kind_sms()}
              </small>
            </td>
            <td>
              {sent.length === 0 ? (
                <span className="muted">{m.studio_templates_never()}</span>
              ) : (
                sent.map(({ flow, to }, at) => (
                  <div key={`${inLanguage(flow)} ${at}`}>
                    {inLanguage(flow)}
                    <small>{readerWords(to)}</small>
                  </div>
                ))
              )}
            </td>
            <td>
              <StateBadge
                state={
                  toLookAt
                    ? { label: m.studio_templates_look(), tone: 'warn', icon: 'alert-triangle' }
                    : adjusted
                      ? { label: m.studio_templates_own(), tone: 'info', icon: 'pencil' }
                      : { label: m.studio_templates_original(), tone: 'idle', icon: 'file-text' }
                }
              />
            </td>
          </tr>
        ))}
      </ListTable>
    </StudioPage>
  )
}
