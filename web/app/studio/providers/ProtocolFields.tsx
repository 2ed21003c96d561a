// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { StudioField, StudioText } from '../StudioField.tsx'
import { ChoiceOf, Part, type PartProps, same, TextOf, YesOf } from './FormParts.tsx'

/** How this site and an OpenID Connect provider speak to each other. */
export function OidcFields({ typed, problems, hasSecret }: PartProps & { hasSecret: boolean }) {
  const at = { typed, problems }
  return (
    <Part title={m.studio_provider_exchange()}>
      <TextOf
        name="issuer"
        label={m.studio_provider_issuer()}
        hint={m.studio_provider_issuer_hint()}
        {...at}
      />
      <div className="pair">
        <TextOf name="clientId" label={m.studio_provider_client()} {...at} />
        <StudioField
          label={m.studio_provider_secret()}
          name="secret"
          type="password"
          autoComplete="off"
          hint={hasSecret ? m.studio_provider_secret_kept() : m.studio_provider_secret_hint()}
          problem={problems.secret}
        />
      </div>
      <TextOf
        name="scopes"
        label={m.studio_provider_scopes()}
        hint={m.studio_provider_words_hint()}
        {...at}
      />
      <div className="pair">
        <TextOf name="acrValues" label={m.studio_provider_acr()} optional {...at} />
        <TextOf name="claimsRequest" label={m.studio_provider_claims()} optional {...at} />
      </div>
      <div className="pair">
        <ChoiceOf
          name="idTokenAlgorithm"
          label={m.studio_provider_algorithm()}
          choices={same('RS256', 'ES256', 'PS256')}
          {...at}
        />
        <ChoiceOf
          name="userinfo"
          label={m.studio_provider_userinfo()}
          choices={[
            ...same('RS256', 'ES256', 'PS256'),
            { value: 'json', label: m.studio_provider_not_signed() },
            { value: 'none', label: m.studio_provider_not_asked() },
          ]}
          {...at}
        />
      </div>
      <ChoiceOf
        name="clientAuthentication"
        label={m.studio_provider_client_authentication()}
        choices={same('client_secret_post', 'client_secret_basic')}
        {...at}
      />
      <YesOf
        name="pkce"
        label={m.studio_provider_pkce()}
        hint={m.studio_provider_pkce_hint()}
        typed={typed}
      />
      <YesOf name="logout" label={m.studio_provider_logout()} typed={typed} />
      <Button name="_do" value="try" size="sm">
        {m.studio_provider_try()}
      </Button>
    </Part>
  )
}

/** How this site and a SAML provider speak to each other. */
export function SamlFields({ typed, problems }: PartProps) {
  const at = { typed, problems }
  return (
    <Part title={m.studio_provider_exchange()}>
      <StudioText
        label={m.studio_provider_metadata()}
        name="metadata"
        rows={3}
        optional
        hint={m.studio_provider_metadata_hint()}
        problem={problems.metadata}
      />
      <TextOf name="metadataUrl" label={m.studio_provider_metadata_url()} optional {...at} />
      <Button name="_do" value="metadata" size="sm">
        {m.studio_provider_metadata_read()}
      </Button>
      <TextOf name="entityId" label={m.studio_provider_entity()} {...at} />
      <div className="pair">
        <TextOf name="signOnUrl" label={m.studio_provider_sign_on()} {...at} />
        <TextOf name="logoutUrl" label={m.studio_provider_logout_url()} optional {...at} />
      </div>
      <StudioText
        label={m.studio_provider_certificates()}
        name="certificates"
        rows={5}
        hint={m.studio_provider_certificates_hint()}
        defaultValue={typed.certificates}
        problem={problems.certificates}
        spellCheck={false}
      />
      <div className="pair">
        <TextOf
          name="subject"
          label={m.studio_provider_subject()}
          hint={m.studio_provider_subject_hint()}
          optional
          {...at}
        />
        <TextOf name="nameIdFormat" label={m.studio_provider_name_id()} optional {...at} />
      </div>
      <TextOf name="authnContext" label={m.studio_provider_context()} optional {...at} />
    </Part>
  )
}
