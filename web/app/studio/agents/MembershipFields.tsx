// SPDX-License-Identifier: MIT
import type { RoleChoice } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../../ui/language.ts'
import { StudioField, StudioSelect } from '../StudioField.tsx'

interface Props {
  readonly roles: readonly RoleChoice[]
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly typed: Readonly<Partial<Record<string, string>>>
  readonly problems: Readonly<Partial<Record<string, string>>>
}

/** Which role, where, and between which days. */
export function MembershipFields({ roles, organisations, typed, problems }: Props) {
  const bySolution = Map.groupBy(roles, ({ solution }) => inLanguage(solution))
  return (
    <>
      <StudioSelect
        label={m.studio_agent_role()}
        name="role"
        defaultValue={typed.role ?? ''}
        problem={problems.role}
      >
        <option value="">{m.studio_choose()}</option>
        {[...bySolution].map(([solution, choices]) => (
          <optgroup key={solution} label={solution}>
            {choices.map(({ role, title }) => (
              <option key={role} value={role}>
                {inLanguage(title)}
              </option>
            ))}
          </optgroup>
        ))}
      </StudioSelect>
      <StudioSelect
        label={m.studio_agent_organisation()}
        name="organisation"
        hint={m.studio_agent_organisation_hint()}
        defaultValue={typed.organisation ?? ''}
        problem={problems.organisation}
      >
        <option value="">{m.studio_choose()}</option>
        {organisations.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </StudioSelect>
      <div className="pair">
        <StudioField
          label={m.studio_agent_from()}
          name="startsOn"
          type="date"
          optional
          defaultValue={typed.startsOn}
          problem={problems.startsOn}
        />
        <StudioField
          label={m.studio_agent_until()}
          name="endsOn"
          type="date"
          optional
          defaultValue={typed.endsOn}
          problem={problems.endsOn}
        />
      </div>
    </>
  )
}
