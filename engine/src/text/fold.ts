// SPDX-License-Identifier: MIT

/**
 * The text as it is compared when case and accents do not count: « Élève » → `eleve`, « cœur » → `coeur`.
 *
 * The database has the same function, `public.fold`; a test holds the two together (but for capitals that Unicode
 * received since 2018, which old databases leave as they are). The order matters: marks are removed before lowering,
 * so that `İ` becomes `i` in both; and where a sigma is final depends on the version of Unicode, hence one sigma.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ς', 'σ')
}
