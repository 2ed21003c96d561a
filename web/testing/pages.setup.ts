// SPDX-License-Identifier: MIT
import { builtFolder } from './built.ts'

/** Texts are compiled and pages built before the tests of the web, once. */
export function setup(): void {
  builtFolder()
}
