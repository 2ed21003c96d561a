// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Whether the person signed in has functions for the body, which a public form never uses. */
export function useIsAgent(): boolean {
  return usePageFrame().viewer?.spaces.includes('desk') === true
}

/**
 * Tells an agent who opens a public form that they file as anybody does, and the ways out. Nothing for others. The
 * services see to it that it is true: what is filed here is filed without any role.
 */
export function AgentNotice() {
  const isAgent = useIsAgent()
  if (!isAgent) return null
  return (
    <div className="agent">
      <Notice tone="warn" title={m.filing_agent_title()}>
        <p>{m.filing_agent_detail()}</p>
        <div className="row row--wrap agent__a">
          <ButtonLink to="/bureau">{m.filing_agent_desk()}</ButtonLink>
          <Form method="post" action="/deconnexion">
            <Button look="quiet">{m.filing_agent_sign_out()}</Button>
          </Form>
        </div>
      </Notice>
    </div>
  )
}
