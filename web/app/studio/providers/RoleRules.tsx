// SPDX-License-Identifier: MIT
import type { ProviderChoices } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { ChoiceOf, inWords, Part, type PartProps, TextOf } from './FormParts.tsx'
import { lineCount } from './provider-form.ts'

const operators = () => [
  { value: 'equals', label: m.studio_provider_equals() },
  { value: 'starts', label: m.studio_provider_starts() },
  { value: 'ends', label: m.studio_provider_ends() },
  { value: 'present', label: m.studio_provider_present() },
]
const sources = () => [
  { value: 'claim', label: m.studio_provider_from_claim() },
  { value: 'value', label: m.studio_provider_from_value() },
]

/** Which roles people receive for what the provider tells of them. */
export function RoleRules({ typed, problems, choices }: PartProps & { choices: ProviderChoices }) {
  const at = { typed, problems }
  return (
    <Part title={m.studio_provider_rules()}>
      <p className="muted">{m.studio_provider_rules_lead()}</p>
      {Array.from({ length: lineCount(typed, 'memberships') }, (_, line) => {
        const path = `memberships.${line}`
        return (
          <fieldset key={path} className="field">
            <legend className="label">{m.studio_provider_rule({ line: line + 1 })}</legend>
            <div className="pair">
              <TextOf name={`${path}.claim`} label={m.studio_provider_rule_claim()} optional {...at} />
              <ChoiceOf
                name={`${path}.operator`}
                label={m.studio_provider_rule_operator()}
                choices={operators()}
                {...at}
              />
            </div>
            <div className="pair">
              <TextOf name={`${path}.value`} label={m.studio_provider_rule_value()} optional {...at} />
              <ChoiceOf
                name={`${path}.role`}
                label={m.studio_provider_rule_role()}
                choices={inWords(choices.givenRoles)}
                blank
                {...at}
              />
            </div>
            <div className="pair">
              <ChoiceOf
                name={`${path}.organisation.field`}
                label={m.studio_provider_rule_field()}
                choices={inWords(choices.organisationFields)}
                {...at}
              />
              <ChoiceOf
                name={`${path}.organisation.from`}
                label={m.studio_provider_rule_from()}
                choices={sources()}
                {...at}
              />
            </div>
            <TextOf name={`${path}.organisation.is`} label={m.studio_provider_rule_is()} optional {...at} />
          </fieldset>
        )
      })}
    </Part>
  )
}
