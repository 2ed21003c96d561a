// SPDX-License-Identifier: MIT
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actingAs } from '../../platform/context.ts'
import { aBrowser, type Browser } from '../accounts/accounts.testing.ts'
import { callerOf } from '../accounts/index.ts'
import { asNobody, aTownWithProviders, type ProvidersTown } from './identity-providers.testing.ts'
import { beginSignIn, endAtProvider, endSignIn, providersRoutes, readMetadata } from './index.ts'
import { aTestSamlProvider, type Said, type TestSamlProvider } from './saml-provider.testing.ts'

const mail = 'urn:oid:0.9.2342.19200300.100.1.3'
const attributes = {
  [mail]: ['albine@plassans.example'],
  'urn:oid:2.5.4.42': ['Albine'],
  'urn:oid:2.5.4.4': ['Paradou'],
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': ['staff', 'member'],
}
const at = '/connexion/fournisseurs/ecole'

let town: ProvidersTown
let idp: TestSamlProvider
let http: FastifyInstance
let ourMetadata: string

beforeAll(async () => {
  town = await aTownWithProviders()
  idp = await aTestSamlProvider()
  const read = await readMetadata(town.admin, { xml: idp.metadata })
  if (!read.ok) throw new Error(read.problem.text.en)
  await town.provide('saml', 'ecole', {
    ...read.read,
    matching: { byEmail: true, emailProven: 'always', byFields: [], create: true },
    memberships: [
      {
        claim: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1',
        operator: 'equals',
        value: 'staff',
        role: 'club.coach',
        organisation: { field: 'siret', from: 'value', is: '21130055300016' },
      },
    ],
  })
  http = Fastify()
  await providersRoutes(http, town.platform)
  ourMetadata = (await http.inject(`${at}/metadonnees`)).body
})
afterAll(async () => {
  await http.close()
  await town.tenant.close()
})
beforeEach(() => town.change('ecole', { acceptedAcr: [] }))

async function begin(browser: Browser) {
  const begun = browser.receive(
    await beginSignIn(asNobody(town.platform), browser.client, { provider: 'ecole', returnTo: '/bureau' }),
  )
  if (!begun.ok) throw new Error(begun.refusal)
  return idp.read(begun.location, ourMetadata)
}

/** The form that the page of the provider makes the browser post, then the address it is led to. */
async function post(browser: Browser, state: string, answer: string) {
  const response = await http.inject({
    method: 'POST',
    url: `${at}/saml`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.plassans.example' },
    payload: new URLSearchParams({ SAMLResponse: answer, RelayState: state }).toString(),
  })
  expect(response.statusCode).toBe(303)
  const { search, searchParams } = new URL(response.headers.location ?? '')
  const ended = browser.receive(
    await endSignIn(asNobody(town.platform), town.accounts, browser.client, { provider: 'ecole', search }),
  )
  return { ended, told: searchParams.get('echec') }
}

async function through(said: Said, bend: (answer: string) => string = (answer) => answer) {
  const browser = aBrowser()
  const request = await begin(browser)
  const answer = bend(await idp.answer(request, ourMetadata, { attributes, ...said }))
  return { browser, ...(await post(browser, request.state, answer)) }
}

const bendXml = (change: (xml: string) => string) => (answer: string) =>
  Buffer.from(change(Buffer.from(answer, 'base64').toString('utf8'))).toString('base64')

describe('signing in through a SAML provider', () => {
  it('opens a session for whom a signed assertion names, with the roles that its attributes give', async () => {
    const { browser, ended } = await through({})
    expect(ended).toMatchObject({ ok: true, linked: false, returnTo: '/bureau' })
    expect((await callerOf(town.accounts, browser.headers)).actor).toMatchObject({
      name: 'Albine Paradou',
      email: 'albine@plassans.example',
      roles: [{ role: 'club.coach', organisation: town.office }],
    })
    const there = await endAtProvider(asNobody(town.platform), town.accounts, browser.client)
    expect(there?.location).toMatch(/^https:\/\/idp\.plassans\.example\/slo\?SAMLRequest=.*Signature=/)
  })

  it.each<[string, Said]>([
    ['for another audience', { audience: 'https://other.example' }],
    ['sent to another address', { recipient: 'https://other.example/saml' }],
    ['of another issuer', { issuer: 'https://other.example' }],
    ['too old', { expiresInSeconds: -120 }],
    ['that answers another request', { inResponseTo: '_another' }],
    ['whose name lasts one session', { nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }],
  ])('is refused for an assertion %s', async (_, said) => {
    expect(await through(said)).toMatchObject({
      told: 'answer-refused',
      ended: { refusal: 'answer-refused' },
    })
  })

  it.each<[string, (xml: string) => string]>([
    ['without a signature', (xml) => xml.replace(/<ds:Signature[\s\S]*?<\/ds:Signature>/, '')],
    ['touched after it was signed', (xml) => xml.replace('albine@', 'ada.ministre@')],
    ['beside a signed one', (xml) => wrapped(xml, 'beside')],
    ['around a signed one', (xml) => wrapped(xml, 'around')],
    ['with a document type', (xml) => `<!DOCTYPE x [<!ENTITY e "e">]>${xml}`],
    [
      'that is signed with SHA-1',
      (xml) =>
        xml
          .replace(/xmldsig-more#rsa-sha256/, 'xmldsig#rsa-sha1')
          .replace('2001/04/xmldsig#', '2000/09/xmldsig#'),
    ],
  ])('is refused for an assertion %s', async (_, change) => {
    expect(await through({}, bendXml(change))).toMatchObject({ told: 'answer-refused', ended: { ok: false } })
  })

  it('does not believe another provider’s signature', async () => {
    const forger = await aTestSamlProvider()
    const browser = aBrowser()
    const request = await begin(browser)
    const { told } = await post(
      browser,
      request.state,
      await forger.answer(request, ourMetadata, { attributes }),
    )
    expect(told).toBe('answer-refused')
  })

  it('takes an answer once, from the browser that asked, and none that nobody asked for', async () => {
    const [browser, other] = [aBrowser(), aBrowser()]
    const request = await begin(browser)
    const answer = await idp.answer(request, ourMetadata, { attributes })
    // Brought by another browser: kept, but of no use to it; its owner may still come.
    expect((await post(other, request.state, answer)).ended).toMatchObject({ refusal: 'answer-refused' })
    const search = `?state=${request.state}`
    expect(
      await endSignIn(asNobody(town.platform), town.accounts, browser.client, { provider: 'ecole', search }),
    ).toMatchObject({ ok: true })
    expect(await post(browser, request.state, answer)).toMatchObject({ told: 'answer-refused' })
    const again = await begin(browser)
    expect(await post(browser, again.state, answer)).toMatchObject({ told: 'answer-refused' })
    expect(await post(browser, 'unasked', answer)).toMatchObject({ told: 'answer-refused' })
  })

  it('asks for the level that the configuration takes', async () => {
    await town.change('ecole', { acceptedAcr: ['https://refeds.org/profile/mfa'] })
    expect(await through({})).toMatchObject({ told: 'level-too-low' })
    expect(await through({ context: 'https://refeds.org/profile/mfa' })).toMatchObject({
      told: null,
      ended: { ok: true },
    })
  })
})

describe('the metadata of this site', () => {
  it('names its addresses and the certificate of its requests', () => {
    expect(ourMetadata).toContain('entityID="http://localhost:3000/connexion/fournisseurs/ecole/metadonnees"')
    expect(ourMetadata).toContain('Location="http://localhost:3000/connexion/fournisseurs/ecole/saml"')
    expect(ourMetadata).toMatch(/AuthnRequestsSigned="true"/)
    expect(ourMetadata).toMatch(/X509Certificate/)
  })

  it('is not there for a provider that is switched off or of another kind', async () => {
    expect((await http.inject('/connexion/fournisseurs/nulle-part/metadonnees')).statusCode).toBe(404)
  })
})

describe('reading the metadata of a provider', () => {
  it.each(['', 'not XML', '<a/>', '<!DOCTYPE x><EntityDescriptor/>'])('refuses %j', async (xml) => {
    expect(await readMetadata(town.admin, { xml })).toMatchObject({
      ok: false,
      problem: { path: 'metadata' },
    })
  })

  it('does not fetch them from this machine’s networks, nor for anybody but an administrator', async () => {
    expect(await readMetadata(town.admin, { url: 'http://169.254.169.254/' })).toMatchObject({ ok: false })
    await expect(readMetadata(asNobody(town.platform), { xml: '' })).rejects.toMatchObject({
      code: 'sign-in-required',
    })
    const someone = actingAs(town.platform, await town.tenant.person('Paul Ardent'))
    await expect(readMetadata(someone, { xml: '' })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

/** Signature wrapping (Somorovsky and others, 2012): an assertion of one's own, with the signed one kept to be verified. */
function wrapped(xml: string, how: 'beside' | 'around'): string {
  const [signed = ''] = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml) ?? []
  const forged = signed
    .replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '')
    .replace(/ID="_[^"]*"/, 'ID="_forged"')
    .replaceAll('albine@', 'ada.ministre@')
  const both =
    how === 'beside' ? forged + signed : forged.replace('</saml:Assertion>', `${signed}</saml:Assertion>`)
  return xml.replace(signed, both)
}
