// SPDX-License-Identifier: MIT
import { isFileKind } from './file-kinds.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import type { ProblemMessages } from './problem.ts'
import { fileKindTitles } from './titles.ts'

const number = (value: number) => formatNumber(value, 'en')
const plural = (count: number, word: string) => `${number(count)}\u00a0${word}${count === 1 ? '' : 's'}`

/** What is said of a refused value, in English. Every sentence says what to do. */
export const en: ProblemMessages = {
  required: () => 'Answer this question to continue.',
  consent_required: () => 'Tick this box to continue.',
  not_a_text: () => 'Enter a text.',
  too_long: ({ max, length }) =>
    `Shorten your text: ${plural(max, 'character')} at most, it has ${number(length)}.`,
  too_short: ({ min, length }) =>
    `Complete your text: ${plural(min, 'character')} at least, it has ${number(length)}.`,
  pattern: ({ en }) => en,
  number: () => 'Enter a number in figures, such as 12 or 12.5.',
  integer: () => 'Enter a whole number, without decimals.',
  too_precise: () => 'This number has too many figures: 15 at most.',
  decimals: ({ max }) =>
    max === 0 ? 'Enter a number without decimals.' : `Enter at most ${plural(max, 'decimal')}.`,
  min: ({ min }) => `Enter a number of ${number(min)} or more.`,
  max: ({ max }) => `Enter a number of ${number(max)} or less.`,
  amount: () => 'Enter an amount in figures, such as 1,234.50.',
  min_amount: ({ minCents, currency }) =>
    `Enter an amount of ${formatMoney(minCents, currency, 'en')} or more.`,
  max_amount: ({ maxCents, currency }) =>
    `Enter an amount of ${formatMoney(maxCents, currency, 'en')} or less.`,
  boolean: () => 'Answer yes or no.',
  date: () => 'Enter a date that exists: day, month and year, such as 01/09/2026.',
  min_date: ({ min }) => `Choose a date from ${formatDate(min, 'en')} on.`,
  max_date: ({ max }) => `Choose a date up to ${formatDate(max, 'en')}.`,
  date_in_future: () => 'This date is in the future: check the year.',
  datetime: () => 'Enter a date and a time, such as 01/09/2026 and 9:30.',
  time_skipped: () => 'This time does not exist on that day, as clocks go forward: choose another time.',
  choice: () => 'Choose one of the answers offered.',
  not_a_list: () => 'Choose among the answers offered.',
  min_choices: ({ min }) => `Choose at least ${plural(min, 'answer')}.`,
  max_choices: ({ max }) => `Choose at most ${plural(max, 'answer')}.`,
  email: () => 'Check this e-mail address: it should look like name@example.com.',
  phone: () =>
    'Check this number: 01\u00a099\u00a000\u00a041\u00a000, or +41 and the rest for a foreign number.',
  url: () => 'Check this web address: it should look like https://www.example.com.',
  url_scheme: () => 'A web address begins with http:// or https://.',
  address: () => 'Enter an address: number, street, postcode and town.',
  address_not_found: () => 'Choose the address in the list offered while you type.',
  address_choice: () => 'Choose the address among those we found.',
  postcode: () => 'Check the postcode: five digits in France, such as 13100.',
  citycode: () => 'Check the INSEE code of the town: five characters, such as 13001 or 2A004.',
  geo_point: () => 'Enter a latitude and a longitude, such as 43.5297 and 5.4474.',
  person: () => 'Enter the person’s first and last name.',
  civility: () => 'Choose Ms or Mr.',
  reference: () => 'Choose an entry in the list.',
  reference_cycle: () => 'This would lead back to the entry itself: choose another one.',
  reference_not_found: () => 'This entry does not exist or is not open to you: choose another one.',
  too_many_references: ({ max }) => `Choose at most ${number(max)}\u00a0${max === 1 ? 'entry' : 'entries'}.`,
  siret: () => 'Check this SIRET number: fourteen digits, such as 732\u00a0829\u00a0320\u00a000074.',
  siren: () => 'Check this SIREN number: nine digits, such as 732\u00a0829\u00a0320.',
  uai: () => 'Check this UAI number: seven digits and a letter, such as 0750654D.',
  iban: () => 'Check this IBAN, as it is written on the bank’s account details.',
  attachment: () => 'Attach this file again.',
  attachment_not_found: () => 'This file is no longer available: attach it again.',
  file_kind: ({ kinds }) => `Attach a file of another type. Accepted: ${listed(kinds)}.`,
  file_size: ({ maxMb }) => `This file is too large: ${number(maxMb)}\u00a0MB at most.`,
  file_empty: () => 'This file is empty: attach another one.',
  file_disguised: ({ extension }) =>
    `This file ends in .${extension} but its content is something else: save it again from its application, then attach it.`,
  file_program: () => 'Programs are not accepted: attach a document.',
  file_no_room: () =>
    'There is no room for this file: go on without it if it is optional, or attach it later.',
  file_not_stored: () => 'This file could not be stored: attach it again in a minute.',
  too_many_files: ({ max }) => `Attach at most ${plural(max, 'file')}.`,
  group: () => 'Fill this list in again: it could not be read.',
  min_items: ({ min }) => `Add lines: at least ${number(min)}.`,
  max_items: ({ max }) => `Remove lines: at most ${number(max)}.`,
  unknown_field: () => 'There is no such field: leave it out.',
  read_only: () => 'This field cannot be changed: leave it out.',
}

function listed(kinds: string): string {
  return kinds
    .split(',')
    .map((kind) => (isFileKind(kind) ? fileKindTitles[kind].en : kind))
    .join(', ')
}
