// SPDX-License-Identifier: MIT
import { whenRead } from './when-read.ts'

/* Forms that a passkey fills: the browser asks it, and its answer is sent as any other field is. */

type Options = {
  challenge: string
  user?: { id: string }
  excludeCredentials?: { id: string }[]
  allowCredentials?: { id: string }[]
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const padded = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(padded), (letter) => letter.codePointAt(0) ?? 0)
}

function toText(bytes: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(bytes), (byte) => String.fromCodePoint(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The options with bytes where the browser wants some. */
function asked(options: Options): object {
  const known = (list: { id: string }[] = []) => list.map((one) => ({ ...one, id: toBytes(one.id) }))
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  }
}

/** The answer as JSON, whose bytes are text (WebAuthn, §5.1: not every browser has `toJSON`). */
function answered(credential: PublicKeyCredential): string {
  const { response } = credential
  const parts: Record<string, unknown> = { clientDataJSON: toText(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse) {
    parts.attestationObject = toText(response.attestationObject)
    parts.transports = response.getTransports()
  } else if (response instanceof AuthenticatorAssertionResponse) {
    parts.authenticatorData = toText(response.authenticatorData)
    parts.signature = toText(response.signature)
    if (response.userHandle) parts.userHandle = toText(response.userHandle)
  }
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  })
}

function improve(form: HTMLFormElement): void {
  const options = asked(JSON.parse(form.dataset.options ?? '{}') as Options)
  const field = form.querySelector<HTMLInputElement>('input[name=passkey]')
  const failure = form.querySelector<HTMLElement>('[data-failed]')
  let waiting: AbortController | undefined
  form.hidden = false

  function ask(more: object): Promise<Credential | null> {
    waiting?.abort()
    waiting = new AbortController()
    const request = { publicKey: options, signal: waiting.signal, ...more }
    return form.dataset.passkey === 'create'
      ? navigator.credentials.create(request as CredentialCreationOptions)
      : navigator.credentials.get(request as CredentialRequestOptions)
  }

  function send(credential: Credential | null): void {
    if (!field || !(credential instanceof PublicKeyCredential)) return
    field.value = answered(credential)
    form.submit()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (failure) failure.hidden = true
    ask({}).then(send, () => {
      if (failure) failure.hidden = false
    })
  })
  if (form.dataset.passkey === 'offer') {
    // Proposed in the list under the mailbox, silently: nothing is said when it is not taken.
    void PublicKeyCredential.isConditionalMediationAvailable?.().then((available) => {
      if (available) ask({ mediation: 'conditional' }).then(send, () => undefined)
    })
  }
}

function start(): void {
  if (!('PublicKeyCredential' in window)) return
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) improve(form)
}

whenRead(start)
