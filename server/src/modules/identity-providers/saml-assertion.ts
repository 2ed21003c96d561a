// SPDX-License-Identifier: MIT
import { type Proof, ProviderError } from './proof.ts'

/** What an assertion must say of itself to be an answer to us. */
export type Expected = {
  readonly requestId: string
  readonly entityId: string
  /** Address to which it was to be sent. */
  readonly recipient: string
  /** The attribute that tells people apart; the NameID when absent. */
  readonly subjectClaim: string | undefined
}

/** An element as xml2js reads it: attributes in `$`, text in `_`, children in lists by name. */
type Element = { readonly [name: string]: unknown }

/**
 * What a signed assertion says, once signature, times and audience were verified. Verifies the rest of SAML 2.0
 * Profiles, §4.1.4.3, which the library leaves to its caller: who issued it, that it is borne by whoever brings it, to
 * this address, in answer to this very request, with an end. All read inside the signature: what surrounds it may have
 * been added by anybody.
 *
 * @throws ProviderError `answer-refused`
 */
export function readAssertion(document: unknown, expected: Expected): Proof {
  const assertion = child(document, 'Assertion')
  if (!assertion) throw refused('no assertion')
  if (textOf(child(assertion, 'Issuer')) !== expected.entityId) throw refused('another issuer')
  const subject = child(assertion, 'Subject')
  const isOurs = children(subject, 'SubjectConfirmation').some((one) => confirms(one, expected))
  if (!isOurs) throw refused('not confirmed for this request and address')

  const claims = attributesOf(assertion)
  const nameIdElement = child(subject, 'NameID')
  const nameId = textOf(nameIdElement)
  const subjectId = expected.subjectClaim === undefined ? nameId : firstText(claims[expected.subjectClaim])
  if (!subjectId) throw refused('tells nobody apart')
  const nameIdFormat = attribute(nameIdElement, 'Format')
  if (expected.subjectClaim === undefined && nameIdFormat?.endsWith(':transient'))
    throw refused('a name for one session only tells nobody apart')

  const statement = child(assertion, 'AuthnStatement')
  const sessionIndex = attribute(statement, 'SessionIndex')
  const acr = textOf(child(child(statement, 'AuthnContext'), 'AuthnContextClassRef'))
  return {
    subject: subjectId,
    claims,
    acr,
    amr: [],
    sid: sessionIndex,
    hint: JSON.stringify({
      nameId: nameId ?? subjectId,
      nameIdFormat: nameIdFormat ?? null,
      sessionIndex: sessionIndex ?? null,
    }),
  }
}

function confirms(confirmation: Element, { requestId, recipient }: Expected): boolean {
  const told = child(confirmation, 'SubjectConfirmationData')
  return (
    attribute(confirmation, 'Method') === 'urn:oasis:names:tc:SAML:2.0:cm:bearer' &&
    attribute(told, 'InResponseTo') === requestId &&
    attribute(told, 'Recipient') === recipient &&
    attribute(told, 'NotOnOrAfter') !== undefined
  )
}

/** By name and by friendly name; one value as a text, several as a list. */
function attributesOf(assertion: Element): Record<string, string | string[]> {
  const found = children(assertion, 'AttributeStatement').flatMap((statement) =>
    children(statement, 'Attribute').flatMap((one): (readonly [string, string | string[]])[] => {
      const texts = childrenOrTexts(one, 'AttributeValue')
      const value = texts.length === 1 ? (texts[0] ?? '') : texts
      return ['FriendlyName', 'Name'].flatMap((name) => {
        const key = attribute(one, name)
        return key === undefined ? [] : [[key, value] as const]
      })
    }),
  )
  return Object.fromEntries(found)
}

const refused = (detail: string) => new ProviderError('answer-refused', `assertion: ${detail}`)

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null

function children(parent: unknown, name: string): Element[] {
  const found = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined
  if (Array.isArray(found)) return found.filter(isElement)
  return isElement(found) ? [found] : []
}

/** The only child of that name; two are none, since it would not be known which counts. */
function child(parent: unknown, name: string): Element | undefined {
  const found = children(parent, name)
  return found.length === 1 ? found[0] : undefined
}

function childrenOrTexts(parent: Element, name: string): string[] {
  const found = parent[name]
  if (!Array.isArray(found)) return []
  return found.flatMap((value: unknown) => {
    const text = typeof value === 'string' ? value : textOf(value)
    return text === undefined ? [] : [text]
  })
}

function textOf(element: unknown): string | undefined {
  const text = isElement(element) ? element._ : undefined
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}

function attribute(element: unknown, name: string): string | undefined {
  const attributes = isElement(element) ? element.$ : undefined
  const value = isElement(attributes) ? attributes[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

const firstText = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
