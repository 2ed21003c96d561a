// SPDX-License-Identifier: MIT

export type PreferencesTables = {
  preferences: { person_id: string; key: string; value: unknown }
}
