// SPDX-License-Identifier: MIT

/** Countries whose national numbers are understood without `+`. */
export const phoneCountries = ['FR', 'BE', 'CH', 'LU'] as const
export type PhoneCountry = (typeof phoneCountries)[number]

/** How a number is written inside its country: code, prefix dialled first, figures after it. */
const plans: Record<PhoneCountry, { code: string; prefix: string; digits: RegExp }> = {
  FR: { code: '33', prefix: '0', digits: /^[1-9]\d{8}$/ },
  BE: { code: '32', prefix: '0', digits: /^[1-9]\d{7,8}$/ },
  CH: { code: '41', prefix: '0', digits: /^[1-9]\d{8}$/ },
  LU: { code: '352', prefix: '', digits: /^[2-9]\d{4,10}$/ },
}

/** French numbers of overseas territories have their own country code (ARCEP, decision 2018-0881). */
const overseas: readonly (readonly [code: string, digits: RegExp])[] = [
  ['262', /^(?:26[239]|639|69[23])\d{6}$/],
  ['590', /^(?:590|69[01])\d{6}$/],
  ['594', /^[56]94\d{6}$/],
  ['596', /^(?:596|69[67])\d{6}$/],
]

/**
 * A telephone number in E.164 form (`+33199004100`), as people write it: national form of `country`, `+33 1…`, `0033…`,
 * `+33 (0)1…`; spaces, points, hyphens. `undefined` when it is not one.
 */
export function parsePhone(text: string, country: PhoneCountry): string | undefined {
  if (!/^[+\d(][\d\s().\-/]*$/u.test(text)) return undefined
  const dialled = text.replace(/[^\d+()]/g, '').replace(/^00/, '+')
  const digits = dialled.replace('(0)', '').replace(/[()]/g, '')
  return digits.startsWith('+')
    ? international(digits.slice(1))
    : national(dialled.replace(/[()]/g, ''), country)
}

function international(digits: string): string | undefined {
  const plan = Object.values(plans).find(({ code }) => digits.startsWith(code))
  const isValid = plan ? plan.digits.test(digits.slice(plan.code.length)) : /^[1-9]\d{6,14}$/.test(digits)
  return isValid ? `+${digits}` : undefined
}

function national(dialled: string, country: PhoneCountry): string | undefined {
  const plan = plans[country]
  if (!dialled.startsWith(plan.prefix)) return undefined
  const digits = dialled.slice(plan.prefix.length)
  if (!plan.digits.test(digits)) return undefined
  const territory = country === 'FR' ? overseas.find(([, pattern]) => pattern.test(digits)) : undefined
  return `+${territory?.[0] ?? plan.code}${digits}`
}

/** Figures of a French number as it is dialled in France, overseas included: `0199004100`. */
export function frenchNational(e164: string): string | undefined {
  const digits = e164.startsWith('+33') ? e164.slice(3) : overseasDigits(e164)
  return digits === undefined ? undefined : `0${digits}`
}

function overseasDigits(e164: string): string | undefined {
  const digits = e164.slice(4)
  return overseas.some(([code, pattern]) => e164.startsWith(`+${code}`) && pattern.test(digits))
    ? digits
    : undefined
}

/** How figures are grouped after the country code, by their number. */
const groups: Readonly<Record<string, Readonly<Record<number, readonly number[]>>>> = {
  '33': { 9: [1, 2, 2, 2, 2] },
  '32': { 8: [1, 3, 2, 2], 9: [3, 2, 2, 2] },
  '41': { 9: [2, 3, 2, 2] },
  '352': { 6: [2, 2, 2], 8: [2, 2, 2, 2], 9: [3, 3, 3] },
}

/** International form in groups, `+41 79 123 45 67`; left whole where the country's habit is not known. */
export function internationalPhone(e164: string): string {
  const code = Object.keys(groups).find((code) => e164.startsWith(`+${code}`))
  const digits = code === undefined ? '' : e164.slice(code.length + 1)
  const sizes = code === undefined ? undefined : groups[code]?.[digits.length]
  if (!sizes) return e164
  let from = 0
  const parts = sizes.map((size) => digits.slice(from, (from += size)))
  return [`+${code}`, ...parts].join(' ')
}

/**
 * Whether text messages may be sent to a number (E.164). French landlines receive none: numbers in 06 and 07, and
 * their counterparts overseas (decision n° 2018-0881 of Arcep). Of other countries nothing is known.
 */
export function mayReceiveTexts(phone: string): boolean {
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) return false
  if (phone.startsWith('+33')) return /^\+33[67]/.test(phone)
  return !/^\+(262|590|594|596)/.test(phone) || /^\+(262639|26269|59069|59469|59669)/.test(phone)
}
