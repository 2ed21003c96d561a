// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import { TransitionFields } from '../../entry/TransitionFields.tsx'
import { m } from '../../paraglide/messages.js'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import type { ShownLink, ShownWork } from './WorkPage.tsx'

/** An answer that may be given. */
export interface Choice {
  readonly key: string
  readonly label: string
  readonly consequence: string | null
  readonly icon: string | null
}

/**
 * The answers that the service may give: one is unfolded with its questions, the others are links that unfold them.
 * Without a script each is a page of this same address.
 */
export function WorkAnswer({
  work: { choices, form, formFiles },
  link,
}: {
  work: ShownWork
  link: ShownLink
}) {
  return (
    <section className="card decide" id="reponse">
      <div className="card__h">
        <h2>{m.portal_work_answer()}</h2>
      </div>
      <div className="card__b">
        {!form ? (
          <p className="muted">{m.portal_work_nothing()}</p>
        ) : (
          <>
            <ul>
              {choices.map((choice) => (
                <li key={choice.key}>
                  <ChoiceLink
                    choice={choice}
                    current={choice.key === form.transition.key}
                    to={`${link.base}?reponse=${choice.key}#reponse`}
                  />
                </li>
              ))}
            </ul>
            <TransitionFields
              key={form.transition.key}
              form={form}
              files={formFiles}
              folder={link.folder}
              back={undefined}
              typed={undefined}
              action={`${link.base}/action/${form.transition.key}`}
            />
          </>
        )}
      </div>
    </section>
  )
}

function ChoiceLink({ choice, current, to }: { choice: Choice; current: boolean; to: string }) {
  return (
    <Link className={current ? 'pick pick--on' : 'pick'} to={to} aria-current={current ? 'true' : undefined}>
      <Icon name={current ? 'circle-check-filled' : iconNamed(choice.icon ?? undefined, 'arrow-right')} />
      <span>
        <b>{choice.label}</b>
        {choice.consequence !== null && !current && <small>{choice.consequence}</small>}
      </span>
    </Link>
  )
}
