// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import type { BodyLogo, LocalizedText } from '@guichet/engine'
import { z } from 'zod'
import type { Context, Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { requireStudio } from '../definitions/index.ts'
import { logoSentences } from './body-messages.ts'
import { changeBody } from './change-body.ts'
import { judgeLogo } from './judge-logo.ts'
import { mailPicture } from './mail-picture.ts'
import { readSetting, writeSetting } from './tenant-settings.ts'

export type Logo = { readonly type: BodyLogo['type']; readonly bytes: Buffer }
export type LogoChanged = { readonly ok: true } | { readonly ok: false; readonly text: LocalizedText }

const keptLogo = z.object({
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']),
  base64: z.string(),
})
const logoKey = (sha256: string) => `logo:${sha256}`

/**
 * Puts a picture in place of the product's mark, on the portal and in mails. Its type is read in its content; an SVG
 * that does more than draw is refused. Former logos are kept: mails already written show theirs.
 *
 * Kept among the settings rather than with the files: a body has few, they are small, and every backup has them.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function changeLogo(context: Context, bytes: Uint8Array): Promise<LogoChanged> {
  await requireStudio(context)
  const judged = await judgeLogo(bytes)
  if (!judged.ok) return { ok: false, text: logoSentences[judged.refusal] }
  const { type } = judged
  const sha256 = await keepPicture(context, type, bytes)
  const forMails = await mailPicture(type, bytes)
  const mailSha256 = forMails && (await keepPicture(context, 'image/png', forMails))
  const changed = await changeBody(context, { logo: { sha256, type, ...(mailSha256 && { mailSha256 }) } })
  if (!changed.ok) throw new Error('a logo that was judged good was refused')
  return { ok: true }
}

/** @returns the digest by which it is read */
async function keepPicture({ db }: Context, type: BodyLogo['type'], bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeSetting(db, logoKey(sha256), { type, base64: Buffer.from(bytes).toString('base64') })
  return sha256
}

/** Takes the logo off: the product's mark is shown in its place. */
export async function removeLogo(context: Context): Promise<void> {
  await changeBody(context, { logo: undefined })
}

/**
 * The bytes of a logo, present or former. Public, as the portal is.
 *
 * @throws Problem `not-found`
 */
export async function openLogo(platform: Platform, sha256: string): Promise<Logo> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw problem('not-found')
  const logo = await platform.cache.remember(logoKey(sha256), async () => {
    const kept = keptLogo.safeParse(await readSetting(platform.db, logoKey(sha256)))
    if (!kept.success) throw problem('not-found')
    return { type: kept.data.type, bytes: Buffer.from(kept.data.base64, 'base64') }
  })
  return logo
}
