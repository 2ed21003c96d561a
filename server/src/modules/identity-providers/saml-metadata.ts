// SPDX-License-Identifier: MIT
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import type { SamlSettings } from './provider-settings.ts'

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** What of a SAML provider is read from its metadata. */
export type ReadMetadata = Pick<SamlSettings, 'entityId' | 'signOnUrl' | 'logoutUrl' | 'certificates'>

const text = z.string().trim().min(1)
const service = z.object({ '@Binding': text, '@Location': text })
const certificate = z.object({
  KeyInfo: z.object({ X509Data: z.array(z.object({ X509Certificate: z.array(text) })) }),
})
const key = certificate.extend({ '@use': text.optional() })

/** SAML 2.0 Metadata, §2.4.3, as far as it is used here. */
const metadata = z.object({
  EntityDescriptor: z.object({
    '@entityID': text,
    IDPSSODescriptor: z.object({
      KeyDescriptor: z.array(key),
      SingleSignOnService: z.array(service),
      SingleLogoutService: z.array(service).optional(),
    }),
  }),
})

const lists = ['KeyDescriptor', 'SingleSignOnService', 'SingleLogoutService', 'X509Data', 'X509Certificate']
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  // A document type could declare entities that grow without end.
  processEntities: false,
  isArray: (name) => lists.includes(name),
})

/**
 * Reads the metadata of an identity provider, as it publishes it; `undefined` when the text is not that of one
 * provider (a whole federation has many: theirs is to be taken out of it).
 *
 * What is found is checked like what is typed. The signature of metadata is not verified: who gives it here vouches
 * for it.
 */
export function readSamlMetadata(xml: string): ReadMetadata | undefined {
  const read = metadata.safeParse(parsed(xml))
  if (!read.success) return undefined
  const { '@entityID': entityId, IDPSSODescriptor: role } = read.data.EntityDescriptor
  const signOnUrl = locationOf(role.SingleSignOnService)
  const logoutUrl = locationOf(role.SingleLogoutService ?? [])
  const certificates = role.KeyDescriptor.filter((one) => one['@use'] !== 'encryption')
    .flatMap((one) => one.KeyInfo.X509Data.flatMap((held) => held.X509Certificate))
    .map((base64) => base64.replaceAll(/\s/g, ''))
  if (signOnUrl === undefined || certificates.length === 0) return undefined
  return {
    entityId,
    signOnUrl,
    ...(logoutUrl !== undefined && { logoutUrl }),
    certificates: [...new Set(certificates)],
  }
}

const locationOf = (services: readonly z.infer<typeof service>[]) =>
  services.find((one) => one['@Binding'] === redirect)?.['@Location']

function parsed(xml: string): unknown {
  try {
    return parser.parse(xml)
  } catch {
    return undefined
  }
}
