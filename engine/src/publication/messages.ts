// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'

/** Why a publication is refused, and what to do instead. */
export const planMessages = {
  columnTypeChanges: (before: string, after: string): LocalizedText => ({
    fr: `Le type de ce champ ne peut plus changer : des valeurs sont enregistrées en « ${before} » et il faudrait du « ${after} ». Créez un nouveau champ avec une autre clé.`,
    en: `The type of this field can no longer change: values are stored as “${before}” and “${after}” would be needed. Create a new field with another key.`,
  }),
  meaningChanges: (): LocalizedText => ({
    fr: 'Les valeurs déjà enregistrées dans ce champ n’auraient plus de sens. Créez un nouveau champ avec une autre clé.',
    en: 'The values already stored in this field would no longer make sense. Create a new field with another key.',
  }),
}
