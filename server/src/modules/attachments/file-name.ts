// SPDX-License-Identifier: MIT

const longestName = 120

/**
 * The name to keep for a file whose content calls for one of `extensions` (the first is the usual one).
 *
 * Keeps what people recognise and nothing that could act: no path, no control character, no sign that reverses the
 * reading order (U+202E makes `gpj.exe` look like an image), no character that some system forbids. An extension that
 * does not fit the content is replaced. Without extensions the content is of no known type and its own stays.
 */
export function cleanFileName(name: string, extensions: readonly string[]): string {
  const base = name
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    // Cc control, Cf format (reading direction, invisible joiners), Co private use, Cs lone surrogates.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const own = extensionOf(base)
  const stem = own === undefined ? base : base.slice(0, -(own.length + 1))
  const usual = extensions[0]
  const extension = usual === undefined || (own !== undefined && extensions.includes(own)) ? own : usual
  const suffix = extension === undefined ? '' : `.${extension}`
  const kept = Array.from(stem.trim())
    .slice(0, longestName - suffix.length)
    .join('')
    .trim()
  return `${kept || 'document'}${suffix}`
}

/** The extension of a name, in lower case: up to eight letters or figures after the last dot. */
export function extensionOf(name: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
}
