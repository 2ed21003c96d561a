// SPDX-License-Identifier: MIT
import type { SetUpStep } from '@guichet/server'
import { Form, redirect } from 'react-router'
import type { Route } from './+types/home'
import { tenantOf } from '../context.ts'
import { readPlainForm } from '../forms/read-form.server.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StudioPage } from './StudioPage.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const [progress, { setUpSteps }] = await Promise.all([
    services(context).setUp.setUpProgress(),
    services(context).preferences.getPreferences(),
  ])
  return { progress, isPutOff: !setUpSteps, body: tenantOf(context).name }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  await services(context).preferences.setPreferences({ setUpSteps: form.later?.[0] !== 'oui' })
  return redirect('/studio')
}

/**
 * The steps by which a body is set up. Each is done by what it asks for; any may be done again. Whoever puts off what is
 * left finds it folded.
 */
export default function StudioHome({ loaderData: { progress, isPutOff, body } }: Route.ComponentProps) {
  const left = progress.steps.filter(({ done }) => !done).length
  return (
    <StudioPage title={m.studio_home_title()} lead={m.studio_home_lead({ name: body })}>
      {left === 0 && <Notice tone="ok" title={m.studio_home_ready()} />}
      {left > 0 && isPutOff ? <PutOff left={left} /> : <Steps steps={progress.steps} />}
      {left > 0 && !isPutOff && (
        <Form method="post" className="studio__a">
          <input type="hidden" name="later" value="oui" />
          <Button look="quiet">{m.studio_home_later()}</Button>
        </Form>
      )}
    </StudioPage>
  )
}

function PutOff({ left }: { left: number }) {
  return (
    <Form method="post" className="card mt">
      <div className="card__b row between row--wrap">
        <p>{m.studio_home_put_off({ count: left })}</p>
        <Button look="primary">{m.studio_home_resume()}</Button>
      </div>
    </Form>
  )
}

function Steps({ steps }: { steps: readonly { readonly step: SetUpStep; readonly done: boolean }[] }) {
  return (
    <section className="card mt" aria-label={m.studio_home_steps()}>
      <ol className="stepsl">
        {steps.map(({ step, done }, at) => {
          const { title, detail, to, action: verb } = stepWords(step)
          return (
            <li key={step} className={done ? 'done' : undefined}>
              <span className="stepsl__n" aria-hidden="true">
                {done ? <Icon name="check" size="sm" /> : at + 1}
              </span>
              <div>
                <h2>
                  {title}
                  <span className="vh"> ({done ? m.studio_step_done() : m.studio_step_to_do()})</span>
                </h2>
                <p className="muted">{detail}</p>
              </div>
              <ButtonLink
                to={to}
                look={done || at !== steps.findIndex((one) => !one.done) ? 'secondary' : 'primary'}
              >
                {done ? m.studio_step_see() : verb}
                <span className="vh"> {title}</span>
              </ButtonLink>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function stepWords(step: SetUpStep) {
  switch (step) {
    case 'body':
      return {
        title: m.studio_step_body(),
        detail: m.studio_step_body_detail(),
        to: '/studio/reglages',
        action: m.studio_step_fill(),
      }
    case 'look':
      return {
        title: m.studio_step_look(),
        detail: m.studio_step_look_detail(),
        to: '/studio/reglages/apparence',
        action: m.studio_step_choose(),
      }
    case 'actors':
      return {
        title: m.studio_step_actors(),
        detail: m.studio_step_actors_detail(),
        to: '/studio/acteurs',
        action: m.studio_step_list(),
      }
    case 'agents':
      return {
        title: m.studio_step_agents(),
        detail: m.studio_step_agents_detail(),
        to: '/studio/agents',
        action: m.studio_step_invite(),
      }
    case 'procedures':
      return {
        title: m.studio_step_procedures(),
        detail: m.studio_step_procedures_detail(),
        to: '/studio/demarches',
        action: m.studio_step_choose(),
      }
  }
}
