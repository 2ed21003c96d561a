// SPDX-License-Identifier: MIT
import type { SmsTemplate } from '@guichet/engine'

/** Text messages: what cannot wait until the mail is read. */
export const texts = {
  accepted: {
    title: { fr: 'Demande acceptée', en: 'Request accepted' },
    text: {
      fr: '{{ body.name }} : votre demande {{ entry.number }} est acceptée. Le détail est dans votre courriel et ici : {{ link.url }}',
      en: '{{ body.name }}: your request {{ entry.number }} is accepted. Details are in your e-mail and here: {{ link.url }}',
    },
  },
} satisfies Record<string, SmsTemplate>
