// SPDX-License-Identifier: MIT
import type { ProviderChoices } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../../ui/language.ts'
import { ChoiceOf, inWords, Part, type PartProps, TextOf, YesOf } from './FormParts.tsx'
import { lineCount } from './provider-form.ts'

interface Props extends PartProps {
  readonly choices: ProviderChoices
}

/** Who signs in this way, and how the account of each is found. */
export function PeopleFields({ typed, problems, choices }: Props) {
  const at = { typed, problems }
  const chosen = new Set((typed.audience ?? '').split(' '))
  return (
    <>
      <Part title={m.studio_provider_people()}>
        <fieldset className="field">
          <legend className="label">{m.studio_provider_audience()}</legend>
          <p className="hint">{m.studio_provider_audience_hint()}</p>
          {choices.roles.map(({ value, label }) => (
            <label key={value} className="check">
              <input type="checkbox" name="audience" value={value} defaultChecked={chosen.has(value)} />
              <span>{inLanguage(label)}</span>
            </label>
          ))}
        </fieldset>
        <div className="pair">
          <TextOf name="claims.firstName" label={m.studio_provider_first_name()} {...at} />
          <TextOf name="claims.lastName" label={m.studio_provider_last_name()} {...at} />
        </div>
        <TextOf name="claims.email" label={m.studio_provider_email()} {...at} />
      </Part>
      <Part title={m.studio_provider_matching()}>
        <p className="muted">{m.studio_provider_matching_lead()}</p>
        <ChoiceOf
          name="matching.emailProven"
          label={m.studio_provider_email_proven()}
          hint={m.studio_provider_email_proven_hint()}
          choices={[
            { value: 'told', label: m.studio_provider_proven_told() },
            { value: 'always', label: m.studio_provider_proven_always() },
            { value: 'never', label: m.studio_provider_proven_never() },
          ]}
          {...at}
        />
        <YesOf
          name="matching.byEmail"
          label={m.studio_provider_by_email()}
          hint={m.studio_provider_by_email_hint()}
          typed={typed}
        />
        <YesOf name="matching.create" label={m.studio_provider_create()} typed={typed} />
        <h3 className="sub">{m.studio_provider_by_fields()}</h3>
        <p className="hint">{m.studio_provider_by_fields_hint()}</p>
        {Array.from({ length: lineCount(typed, 'matching.byFields') }, (_, line) => (
          <div key={line} className="pair">
            <TextOf
              name={`matching.byFields.${line}.claim`}
              label={m.studio_provider_line_claim({ line: line + 1 })}
              optional
              {...at}
            />
            <ChoiceOf
              name={`matching.byFields.${line}.field`}
              label={m.studio_provider_line_field({ line: line + 1 })}
              choices={inWords(choices.personFields)}
              blank
              {...at}
            />
            <YesOf
              name={`matching.byFields.${line}.firstWord`}
              label={m.studio_provider_first_word({ line: line + 1 })}
              typed={typed}
            />
          </div>
        ))}
      </Part>
    </>
  )
}
