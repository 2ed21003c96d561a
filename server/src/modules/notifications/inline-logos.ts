// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { InlinePicture } from '../../platform/mail/index.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { openLogo } from '../settings/index.ts'

const address = /cid:(logo-([0-9a-f]{64}))/g

/**
 * Where a mail finds the logo of its body: in itself, since mail programs do not fetch pictures. As one that they all
 * show: where there is none, the product's mark stays.
 */
export function logoAddress({ logo }: Tenant): string | undefined {
  const isShownByAll = logo?.type === 'image/png' || logo?.type === 'image/jpeg'
  const sha256 = isShownByAll ? logo.sha256 : logo?.mailSha256
  return sha256 && `cid:logo-${sha256}`
}

/** The pictures that the HTML of a mail names, to be sent in it. */
export async function inlineLogos(platform: Platform, html: string): Promise<InlinePicture[]> {
  const named = new Map([...html.matchAll(address)].map(([, cid = '', sha256 = '']) => [cid, sha256]))
  return Promise.all(
    [...named].map(async ([cid, sha256]) => {
      const { type, bytes } = await openLogo(platform, sha256)
      return { cid, type, bytes }
    }),
  )
}

/** The same HTML with its pictures in it, for a page that shows the mail. */
export async function withPicturesInside(platform: Platform, html: string): Promise<string> {
  const pictures = await inlineLogos(platform, html)
  return pictures.reduce(
    (shown, { cid, type, bytes }) =>
      shown.replaceAll(`cid:${cid}`, `data:${type};base64,${bytes.toString('base64')}`),
    html,
  )
}
