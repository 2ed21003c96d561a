// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

/** Why a subscription is refused, at the field it concerns. */
export const webhookMessages = {
  address: {
    fr: 'Donnez une adresse qui commence par https:// ou http://, sans identifiant ni mot de passe.',
    en: 'Give an address that begins with https:// or http://, without user name or password.',
  },
  owner: {
    fr: 'Choisissez une personne dont le compte est ouvert : ses droits décident de ce qui est transmis.',
    en: 'Choose a person whose account is open: their rights decide what is sent.',
  },
} as const satisfies Record<string, LocalizedText>
