// SPDX-License-Identifier: MIT

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A part of an address that is long enough to be a secret, or that stands where secrets do. */
const part = /\/(lien\/)?([\w-]+)(?![\w-])/g
/** 128 bits in base64url: our secrets are longer. */
const secretLength = 22
/** The words of an address: a random part without a capital or an underscore is one in many millions. */
const words = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A text or HTML with the secret part of every address replaced: what it names is seen, and opens nothing. */
export function withoutSecrets(text: string): string {
  return text.replace(part, (whole: string, link: string | undefined, found: string) => {
    const isSecret =
      link !== undefined || (found.length >= secretLength && !uuid.test(found) && !words.test(found))
    return isSecret ? `/${link ?? ''}…` : whole
  })
}
