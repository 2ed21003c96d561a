// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { LinkMessages } from './link-messages.ts'
import { linkMessagesEn } from './messages.en.ts'
import { linkMessagesFr } from './messages.fr.ts'

export const linkMessages: Readonly<Record<Locale, LinkMessages>> = { fr: linkMessagesFr, en: linkMessagesEn }
