// SPDX-License-Identifier: MIT

/** Whether digits pass the Luhn test (ISO/IEC 7812-1, annex B): catches a wrong digit and most swaps of neighbours. */
export function isLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place))
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}
