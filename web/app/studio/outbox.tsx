// SPDX-License-Identifier: MIT
import type { Channel, MailState } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Route } from './+types/outbox'
import { datesOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { inputId } from '../ui/fields/form-state.ts'
import { Icon } from '../ui/icons/Icon.tsx'
import { inLanguage } from '../ui/language.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { addresseeWords, mailState } from './mail-words.ts'
import { ListTable } from './ListTable.tsx'
import { StudioPage } from './StudioPage.tsx'

const states: readonly MailState[] = ['queued', 'sending', 'sent', 'kept', 'failed', 'parked']
const channels: readonly Channel[] = ['mail', 'sms']

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const after = searchParams.get('apres') || undefined
  const chosen = {
    q: searchParams.get('q')?.trim() || undefined,
    state: oneOf(states, searchParams.get('etat')),
    channel: oneOf(channels, searchParams.get('canal')),
    template: searchParams.get('modele') || undefined,
  }
  const asked = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  const dates = datesOf(context)
  const { outbox, adjustments } = services(context)
  const [{ rows, next }, templates] = await Promise.all([
    outbox.listMails({ ...asked, ...(after !== undefined && { after }) }),
    adjustments.listTemplates(),
  ])
  return {
    chosen,
    isFirst: after === undefined,
    next,
    templates: templates.map(({ solution, key, title }) => ({ name: `${solution}.${key}`, title })),
    mails: rows.map(({ id, to, subject, state, channel, createdAt }) => ({
      id,
      channel,
      to: addresseeWords(to),
      subject,
      state: mailState(state),
      at: dates.moment(createdAt).text,
    })),
  }
}

/** Every message that left, or waits to leave. */
export default function Outbox({
  loaderData: { chosen, isFirst, next, mails, templates },
}: Route.ComponentProps) {
  const query = { q: chosen.q, etat: chosen.state, canal: chosen.channel, modele: chosen.template }
  const isFiltered = Object.values(query).some((value) => value !== undefined)
  return (
    <StudioPage title={m.desk_outbox_title()} lead={m.desk_outbox_lead()} wide>
      <search>
        <form className="filters">
          <div className="field">
            <label className="label" htmlFor="q">
              {m.desk_outbox_search()}
            </label>
            <span className="input">
              <Icon name="search" />
              <input key={chosen.q} id="q" name="q" type="search" defaultValue={chosen.q} />
            </span>
          </div>
          <Choice name="canal" label={m.studio_outbox_channel()} value={chosen.channel}>
            <option value="mail">{m.studio_kind_mail()}</option>
            <option value="sms">{m.studio_kind_sms()}</option>
          </Choice>
          <Choice name="etat" label={m.desk_outbox_state()} value={chosen.state}>
            {states.map((state) => (
              <option key={state} value={state}>
                {mailState(state).label}
              </option>
            ))}
          </Choice>
          <Choice name="modele" label={m.studio_outbox_template()} value={chosen.template}>
            {templates.map(({ name, title }) => (
              <option key={name} value={name}>
                {inLanguage(title)}
              </option>
            ))}
          </Choice>
          <Button icon="filter">{m.studio_outbox_filter()}</Button>
          {isFiltered && <Link to="/studio/envois">{m.studio_show_all()}</Link>}
        </form>
      </search>
      <ListTable
        label={m.desk_outbox_title()}
        columns={[m.desk_outbox_subject(), m.desk_outbox_to(), m.desk_outbox_date(), m.desk_outbox_state()]}
        empty={
          mails.length === 0 && (
            <EmptyState icon="mail" title={isFiltered ? m.studio_nothing_found() : m.desk_outbox_empty()}>
              <p>{m.desk_outbox_empty_detail()}</p>
            </EmptyState>
          )
        }
        place={{ path: '/studio/envois', query, isFirst, next }}
      >
        {mails.map((mail) => (
          <tr key={mail.id}>
            <td>
              <Link className="obj" to={`/studio/envois/${mail.id}`}>
                {mail.subject}
              </Link>
              {mail.channel === 'sms' && (
                <small>
                  <Icon name="device-mobile" size="sm" /> {m.studio_kind_sms()}
                </small>
              )}
            </td>
            <td>{mail.to}</td>
            <td className="nowrap">{mail.at}</td>
            <td>
              <StateBadge state={mail.state} />
            </td>
          </tr>
        ))}
      </ListTable>
    </StudioPage>
  )
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string
  label: string
  value: string | undefined
  children: ReactNode
}) {
  return (
    <div className="field">
      <label className="label" htmlFor={inputId(name)}>
        {label}
      </label>
      <select className="input" id={inputId(name)} name={name} defaultValue={value ?? ''} key={value}>
        <option value="">{m.studio_outbox_any()}</option>
        {children}
      </select>
    </div>
  )
}
