// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { type Claims, claimText, claimTexts } from './claims.ts'

const text = z.string().trim().min(1).max(200)

/** How a rule compares the texts of a claim with its value. */
export const claimOperators = ['present', 'equals', 'starts', 'ends'] as const

/**
 * « When `claim` compares so with `value`, the person holds `role` in the organisation whose `field` equals what is
 * said »: by a claim, or written in the rule.
 */
export const claimRule = z.strictObject({
  claim: text,
  operator: z.enum(claimOperators),
  /** Not read by `present`. */
  value: z.string().trim().max(200),
  /** `solution.role` */
  role: text,
  organisation: z.strictObject({
    /** Key of a field of organisations: SIRET, UAI code, name. */
    field: text,
    from: z.enum(['claim', 'value']),
    /** Path of the claim, or the value itself. */
    is: text,
  }),
})
export type ClaimRule = z.infer<typeof claimRule>

/** A role to hold in an organisation that is still to be found. */
export type WantedMembership = { readonly role: string; readonly field: string; readonly value: string }

/** What the rules give to whoever has these claims, each once. A claim that tells no organisation gives nothing. */
export function wantedMemberships(rules: readonly ClaimRule[], claims: Claims): WantedMembership[] {
  const wanted = rules
    .filter((rule) => holds(rule, claims))
    .flatMap(({ role, organisation: { field, from, is } }) => {
      const value = from === 'value' ? is : claimText(claims, is)
      return value === undefined ? [] : [{ role, field, value }]
    })
  return [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()]
}

/** Case and surrounding blanks do not count: they are typed by people, on both sides. */
function holds({ claim, operator, value }: ClaimRule, claims: Claims): boolean {
  const expected = value.toLowerCase()
  return claimTexts(claims, claim).some((found) => {
    const told = found.toLowerCase()
    switch (operator) {
      case 'present':
        return told !== ''
      case 'equals':
        return told === expected
      case 'starts':
        return expected !== '' && told.startsWith(expected)
      case 'ends':
        return expected !== '' && told.endsWith(expected)
    }
  })
}
