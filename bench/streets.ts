// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { findAddresses } from '../server/src/modules/addresses/index.ts'
import { openPlatform } from '../server/src/open-platform.ts'
import { readConfig } from '../server/src/platform/config/config.ts'
import type { Db } from '../server/src/platform/db/database.ts'
import { createLifetime } from '../server/src/platform/lifetime.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { timed } from './measure.ts'

/*
 * node bench/streets.ts 300000: what completing an address costs among so many streets, of 83 numbers each: 300 000 have
 * the 25 million numbers of the whole country's address base.
 */

const count = Number(process.argv[2] ?? 300_000)
const numbersEach = 83
/** As somebody types, and with a slip of the keyboard at the end. */
const typed = [
  'rue',
  '12 rue de la',
  '12 rue de la ban',
  '12 rue de la banne bourg',
  'victor hugo',
  '7 avenue victor hugo bourg-12',
  'chemin des tilleuls 30012',
  'rue de la bane bourg-12',
  'avenu viktor ugo',
]

/** Streets of made-up towns, a hundred to a town, named as streets are: few kinds, some hundreds of names. */
async function fill(db: Db): Promise<void> {
  const places = Object.fromEntries(
    Array.from({ length: numbersEach }, (_, at) => [String(at + 1), [5.4 + at / 1000, 43.5 + at / 1000]]),
  )
  await sql`
    with words as (select
      array['Rue','Avenue','Chemin','Impasse','Place','Allée','Boulevard','Route'] as kinds,
      array['de la Banne','Victor Hugo','des Tilleuls','du Moulin','de la République','Jean Jaurès','des Écoles',
        'du Général de Gaulle','Pasteur','de l’Église','des Lilas','de la Gare','du Stade','Émile Zola','des Acacias',
        'du Château','de la Fontaine','Saint-Roch','des Vignes','du Cimetière'] as names)
    insert into public.streets (id, name, searched, kind, postcode, city, citycode, district, lon, lat, numbers)
    select gen_random_uuid(), name, public.fold(concat_ws(' ', name, postcode, city)), 'street', postcode, city, postcode, null, 5.4, 43.5,
      ${JSON.stringify(places)}::jsonb
    from (select
        kinds[1 + at % 8] || ' ' || names[1 + (at / 8) % 20] || case when at % 3 = 0 then '' else ' ' || (at % 400) end as name,
        lpad((10000 + at / 100)::text, 5, '0') as postcode, 'Bourg-' || at / 100 as city
      from words, generate_series(1, ${count}::int) as at) as made`.execute(db)
  await sql`vacuum analyze public.streets`.execute(db)
}

const dataDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
chmodSync(dataDir, 0o755)
const lifetime = createLifetime(silentLog)
try {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'silent' })
  const { platform } = await openPlatform(config, silentLog, lifetime, { handles: false })
  await fill(platform.db)
  process.stdout.write(`| ${count} streets, ${count * numbersEach} numbers | median | p99 | first |\n`)
  for (const text of typed) {
    const [first] = await findAddresses(platform, text)
    const { median, p99 } = await timed(20, () => findAddresses(platform, text))
    process.stdout.write(
      `| ${text} | ${median.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${first?.address.label ?? '–'} |\n`,
    )
  }
} finally {
  await lifetime.end()
  rmSync(dataDir, { recursive: true, force: true })
}
