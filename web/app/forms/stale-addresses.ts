// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'

const mark = '._found'

/**
 * A form whose addresses were changed by hand, without what the national base had found for the former line: the
 * postcode of another street is worse than none. See `AddressEditor`.
 */
export function withoutStaleAddresses(values: FormValues): FormValues {
  const stale = Object.entries(values)
    .filter(([name]) => name.endsWith(mark))
    .map(([name, [line]]) => ({ address: name.slice(0, -mark.length), line }))
    .filter(({ address, line }) => values[`${address}.label`]?.[0]?.trim() !== line?.trim())
    .map(({ address }) => address)
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) =>
        !name.endsWith(mark) &&
        !stale.some((address) => name.startsWith(`${address}.`) && name !== `${address}.label`),
    ),
  )
}
