// SPDX-License-Identifier: MIT
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { stepSeconds, codeOfStep } from './factors/totp.ts'
import { aBrowser, type Browser, password, type TestAccounts } from './accounts.testing.ts'
import { callerOf, completeSignIn, confirmCodeApp, offerCodeApp, signIn } from './index.ts'

/** Somebody with an account, signed in by password. */
export async function signedIn(
  town: TestAccounts,
  name: string,
  roles: Readonly<Record<string, string>> = {},
) {
  const account = await town.account(name, roles)
  const browser = aBrowser()
  browser.receive(await signIn(town.accounts, browser.client, { email: account.email, password }))
  return { ...account, browser }
}

export const callerIn = (town: TestAccounts, browser: Browser) => callerOf(town.accounts, browser.headers)

/** A telephone with a code application that holds this secret. */
export function aCodeApp(town: TestAccounts, key: string) {
  const secret = fromBase32(key.replaceAll(' ', ''))
  /** The code of now, or of so many steps away. */
  return (away = 0) =>
    codeOfStep(secret, Math.floor(town.tenant.clock.now().getTime() / 1000 / stepSeconds) + away)
}

/** The same person with a code application, whose first code has served. */
export async function withCodeApp(
  town: TestAccounts,
  name: string,
  roles: Readonly<Record<string, string>> = {},
) {
  const person = await signedIn(town, name, roles)
  const caller = await callerIn(town, person.browser)
  const offer = await offerCodeApp(town.accounts, caller)
  if (!offer.ok) throw new Error(offer.refusal)
  const code = aCodeApp(town, offer.key)
  const done = await confirmCodeApp(town.accounts, person.browser.client, caller, code())
  if (!done.ok || !done.recoveryCodes) throw new Error('no recovery codes were given')
  town.tenant.clock.advance(stepSeconds * 1000)
  return { ...person, code, recoveryCodes: done.recoveryCodes }
}

/** Signs in by password, then by this code, in that browser. */
export async function signInTwice(town: TestAccounts, browser: Browser, email: string, code: string) {
  browser.receive(await signIn(town.accounts, browser.client, { email, password }))
  return browser.receive(await completeSignIn(town.accounts, browser.client, { code }))
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

type Request = { readonly challenge: string; readonly rpId?: string | undefined }

/**
 * An authenticator that signs as WebAuthn says (ES256, attestation « none »), to make right answers and wrong ones.
 * `origin`: the site that it believes it is on.
 */
export function anAuthenticator({ rpId = 'localhost', origin = 'http://localhost:3000' } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  let counter = 0
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (flags: number, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE((counter += 1))
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count, more])
  }
  const answer = (response: Record<string, string>) =>
    JSON.stringify({
      id: credentialId.toString('base64url'),
      rawId: credentialId.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })

  return {
    /** Goes back in time, as a copy of the authenticator would. */
    rewind: () => void (counter -= 2),
    create({ challenge }: { readonly challenge: string }): string {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      // COSE key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      // User present, user verified, with a credential.
      const data = authData(0x45, Buffer.concat([Buffer.alloc(16), length, credentialId, key]))
      const size = Buffer.alloc(2)
      size.writeUInt16BE(data.length)
      // CBOR map: {fmt: "none", attStmt: {}, authData: bytes}
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0', 'hex'),
        Buffer.from('686175746844617461', 'hex'),
        Buffer.from([0x59]),
        size,
        data,
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      })
    },
    get({ challenge }: Request, { verified = true } = {}): string {
      const client = clientData('webauthn.get', challenge)
      const data = authData(verified ? 0x05 : 0x01)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
      })
    },
  }
}
