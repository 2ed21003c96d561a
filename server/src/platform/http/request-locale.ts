// SPDX-License-Identifier: MIT
import { locales, type Locale } from '@guichet/engine'

/** Name of the cookie that keeps the reader's choice of language. */
export const localeCookie = 'guichet_locale'

/**
 * The language to answer in: the reader's choice kept in a cookie, else the first language of `Accept-Language`
 * that the product speaks, else French.
 */
export function requestLocale(cookieHeader: string | undefined, acceptLanguage: string | undefined): Locale {
  return chosenLocale(cookieHeader) ?? preferredLocale(acceptLanguage) ?? locales[0]
}

function chosenLocale(cookieHeader = ''): Locale | undefined {
  const cookie = cookieHeader.split(';').find((part) => part.trim().startsWith(`${localeCookie}=`))
  return asLocale(cookie?.split('=')[1]?.trim())
}

/** Quality values of RFC 9110 §12.5.4: `en;q=0.8, fr` prefers French; `q=0` means never. */
function preferredLocale(acceptLanguage = ''): Locale | undefined {
  return acceptLanguage
    .split(',')
    .map((range, position) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = Number(parameters.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean) ?? 1)
      return { locale: asLocale(tag.split('-')[0]), quality, position }
    })
    .filter((range) => range.locale !== undefined && range.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)[0]?.locale
}

function asLocale(tag: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === tag)
}
