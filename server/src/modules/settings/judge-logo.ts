// SPDX-License-Identifier: MIT
import type { BodyLogo } from '@guichet/engine'
import { fileTypeFromBuffer } from 'file-type'
import { isStillDrawing } from './still-drawing.ts'

export const maxLogoBytes = 400_000

export type LogoRefusal = 'empty' | 'too-large' | 'not-a-picture' | 'active-svg'
export type JudgedLogo =
  | { readonly ok: true; readonly type: BodyLogo['type'] }
  | { readonly ok: false; readonly refusal: LogoRefusal }

/**
 * Decides whether bytes may be the logo of a body, and of which type they are by their content: what their name or the
 * browser says is not looked at.
 */
export async function judgeLogo(bytes: Uint8Array): Promise<JudgedLogo> {
  if (bytes.length === 0) return { ok: false, refusal: 'empty' }
  if (bytes.length > maxLogoBytes) return { ok: false, refusal: 'too-large' }
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  if (mime === 'image/png' || mime === 'image/jpeg' || mime === 'image/webp') return { ok: true, type: mime }
  const text = svgText(bytes)
  if (text === undefined) return { ok: false, refusal: 'not-a-picture' }
  return isStillDrawing(text) ? { ok: true, type: 'image/svg+xml' } : { ok: false, refusal: 'active-svg' }
}

/** The text of an SVG document in UTF-8; `undefined` for anything else. */
function svgText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /<svg[\s>]/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}
