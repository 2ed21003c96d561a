// SPDX-License-Identifier: MIT
import type { Member } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf, localeOf, tenantOf } from '../../context.ts'
import { shownAnswers } from '../../entry/answers.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import type { ShownState } from '../../ui/StateBadge.tsx'

/** What the page of an organisation shows: the one asked for, else the first. */
export async function loadOrganisation(context: Readonly<RouterContextProvider>, address: URL) {
  const { organisation, relations } = services(context)
  const asked = address.searchParams
  const all = await organisation.myOrganisations()
  const own = all.find(({ id }) => id === asked.get('organisme')) ?? all[0]
  const others = all.map(({ id, name }) => ({ id, name, current: id === own?.id }))
  const done = asked.get('fait') ?? undefined
  if (!own) return { own: undefined, others, done }
  const dates = datesOf(context)
  const [members, about] = await Promise.all([
    own.manages.length === 0
      ? undefined
      : organisation.listMembers({ organisation: own.id, after: asked.get('apres') ?? undefined }),
    relations.entriesAbout(own.id),
  ])
  const words = {
    locale: localeOf(context),
    timeZone: tenantOf(context).timeZone,
    dates,
    folder: '/fichiers',
  }
  return {
    others,
    done,
    own: {
      id: own.id,
      name: own.name,
      roles: [...new Set(own.roles)],
      mayFile: own.mayFile,
      manages: own.manages,
      // What refers to an entry that they may not read says nothing.
      answers: shownAnswers(own.profile.fields, [], words).filter(
        ({ value }) => value.kind !== 'text' || value.text !== '',
      ),
      members: members && {
        next: members.next,
        rows: members.rows.map((member) => ({
          ...member,
          access: accessState(member),
          until:
            member.account === 'invited' && member.invitedUntil
              ? dates.moment(member.invitedUntil).text
              : undefined,
        })),
      },
      files: about.flatMap(({ entries, title }) =>
        // What has a circuit is a file; the rest is of the directory.
        entries
          .filter(({ state }) => state !== null)
          .map(({ id, number, title: subject, state, updatedAt }) => ({
            id,
            number,
            subject,
            kind: title,
            updatedOn: dates.day(updatedAt),
            state: state && { label: state.publicLabel, tone: state.tone, icon: state.icon ?? undefined },
          })),
      ),
    },
  }
}

export type OrganisationPage = Awaited<ReturnType<typeof loadOrganisation>>
export type ShownOrganisation = NonNullable<OrganisationPage['own']>

function accessState({ account }: Member): ShownState {
  switch (account) {
    case 'active':
      return { label: m.people_org_active(), tone: 'ok', icon: 'circle-check' }
    case 'invited':
      return { label: m.people_org_invited(), tone: 'wait', icon: 'mail-forward' }
    case 'lapsed':
      return { label: m.people_org_lapsed(), tone: 'warn', icon: 'mail-x' }
    case 'closed':
      return { label: m.people_org_closed(), tone: 'idle', icon: 'lock' }
  }
}
