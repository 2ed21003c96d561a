// SPDX-License-Identifier: MIT
export { getPreferences, pageSizes, type Preferences, setPreferences } from './preferences.ts'
