// SPDX-License-Identifier: MIT

/** The screens of the product that help can stand beside, space by space. Their addresses are the pages' to know. */
export const screens = [
  'desk.queue',
  'desk.entry',
  'desk.action',
  'desk.counter',
  'desk.bulk',
  'desk.dashboard',
  'desk.shortcuts',
  'studio.home',
  'studio.body',
  'studio.look',
  'studio.actors',
  'studio.agents',
  'studio.procedures',
  'studio.regime',
  'studio.messages',
  'studio.history',
  'studio.outbox',
  'portal.form',
  'portal.requests',
  'portal.request',
  'link.request',
  'link.work',
  'link.list',
  'account.sign-in',
  'account.profile',
] as const
export type Screen = (typeof screens)[number]
