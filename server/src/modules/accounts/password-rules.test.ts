// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { passwordRefusal } from './password-rules.ts'

const owner = { email: 'nadia.benaissa@plassans.example', name: 'Nadia Benaïssa', body: 'Ville de Plassans' }

describe('a password', () => {
  it.each([
    ['court', 'password-too-short'],
    ['x'.repeat(129), 'password-too-long'],
    ['abababababab', 'password-too-easy'],
    ['839201748392', 'password-too-easy'],
    ['passwordpassword', 'password-common'],
    ['Football2026!', 'password-common'],
    ['!!M0tdep@sse!!2026', 'password-common'],
    ['Azertyuiop123', 'password-common'],
    ['Nadia.Benaïssa', 'password-personal'],
    ['benaissa-nadia-75', 'password-personal'],
    ['VilleDePlassans', 'password-personal'],
    ['nadia.benaissa@plassans.example', 'password-personal'],
  ])('like %s is refused as %s', async (password, refusal) => {
    expect(await passwordRefusal(password, owner)).toBe(refusal)
  })

  it.each([
    'quatre mots choisis au hasard',
    'Nadia promène trois chats gris',
    'kZ8!pq2vLm0w',
    '8392017483920174',
    'correct horse battery staple',
  ])('like %s is taken', async (password) => {
    expect(await passwordRefusal(password, owner)).toBeUndefined()
  })
})
