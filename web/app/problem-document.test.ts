// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { problemDocument } from './problem-document.tsx'

it('a refusal met before any route is a page with its words', () => {
  const problem = {
    status: 403,
    code: 'foreign-site',
    title: 'Envoi refusé',
    detail: 'Recommencez.',
    reference: 'r',
  }
  const tenant = {
    name: 'Plassans',
    tagline: { fr: '', en: '' },
    email: 'a@b.example',
    sender: 'a@b.example',
    phone: '',
    address: [],
    openingHours: { fr: [], en: [] },
    brandColour: '#0b4f6c',
    timeZone: 'Europe/Paris',
    publicUrl: 'http://localhost:3000',
  }
  const page = problemDocument(problem, {
    tenant,
    viewer: undefined,
    locale: 'fr',
    now: new Date(0),
    cspNonce: { script: 's', style: 't' },
    describeProblem: () => problem,
  })
  expect(page).toContain('<h1 class="p-title">Envoi refusé</h1>')
})
