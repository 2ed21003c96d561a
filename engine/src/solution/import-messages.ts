// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'

export const importMessages = {
  notJson: {
    fr: 'Ce fichier n’est pas du JSON : exportez la solution à nouveau, ou corrigez-le avec un éditeur de texte.',
    en: 'This file is not JSON: export the solution again, or correct it with a text editor.',
  },
} satisfies Record<string, LocalizedText>
