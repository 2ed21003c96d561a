// SPDX-License-Identifier: MIT
import type { Route } from './+types/home'
import { datesOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { draftTiles } from './draft-tiles.ts'
import { EmptyPortal } from './EmptyPortal.tsx'
import { DraftBand } from './DraftBand.tsx'
import { PortalFrame } from './PortalFrame.tsx'
import { ProcedureTiles, tileFacts } from './ProcedureTiles.tsx'
import { ThemeFilter } from './ThemeFilter.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const theme = searchParams.get('theme') || undefined
  const q = searchParams.get('q')?.trim() || undefined
  const { catalogue, filing, setUp } = services(context)
  const dates = datesOf(context)
  const [found, drafts, waits] = await Promise.all([
    catalogue.listProcedures({ ...(theme !== undefined && { theme }), ...(q !== undefined && { q }) }),
    filing.listDrafts(),
    setUp.awaitsAdministrator(),
  ])
  return {
    theme,
    q,
    waits,
    ...found,
    procedures: found.procedures.map((tile) => ({ ...tile, facts: tileFacts(tile, dates) })),
    drafts: draftTiles(drafts, dates),
  }
}

export default function Home({
  loaderData: { theme, q, waits, procedures, themes, total, drafts, often, numberExample },
}: Route.ComponentProps) {
  const shelf = themes.find(({ key }) => key === theme)
  return (
    <PortalFrame>
      <PageTitle title={m.portal_nav_procedures()} />
      <main id="contenu" tabIndex={-1}>
        <Hero q={q} often={often} numberExample={numberExample} />
        <div className="wrap">
          {(waits || total === 0) && <EmptyPortal waits={waits} />}
          <DraftBand drafts={drafts} />
          <div className="cat">
            <ThemeFilter themes={themes} total={total} theme={theme} q={q} />
            <section>
              <div className="row between cat__h">
                <h2>
                  {q ? m.portal_found_title({ words: q }) : (shelf?.title ?? m.portal_all_procedures())}
                </h2>
                <p className="muted">{m.portal_procedure_count({ count: procedures.length })}</p>
              </div>
              <ProcedureTiles procedures={procedures} />
            </section>
          </div>
          <HowItWorks />
        </div>
      </main>
    </PortalFrame>
  )
}

interface HeroProps {
  readonly q: string | undefined
  readonly often: readonly string[]
  readonly numberExample: string | null
}

function Hero({ q, often, numberExample }: HeroProps) {
  return (
    <section className="hero">
      <div className="wrap hero__in">
        <div>
          <h1>{m.portal_home_title()}</h1>
          <p className="lead">{m.portal_home_lead()}</p>
          <search>
            <form className="hero__s" action="/">
              <label className="vh" htmlFor="q">
                {m.portal_search_label()}
              </label>
              <span className="input">
                <Icon name="search" />
                <input id="q" name="q" type="search" placeholder={m.portal_search_hint()} defaultValue={q} />
              </span>
              <Button look="primary" size="lg">
                {m.portal_search()}
              </Button>
            </form>
          </search>
          {often.length > 0 && (
            <p className="hero__q">
              <span className="muted">{m.home_often()}</span>
              {often.map((words) => (
                <a key={words} href={`/?q=${encodeURIComponent(words)}`}>
                  {words}
                </a>
              ))}
            </p>
          )}
        </div>
        <form className="hero__t" action="/suivre">
          <h2>{m.portal_track_question()}</h2>
          <label className="label" htmlFor="numero">
            {m.portal_track_number()}
          </label>
          <p className="hint" id="numero-hint">
            {numberExample === null ? m.portal_track_hint() : m.home_track_hint({ example: numberExample })}
          </p>
          <div className="row">
            <input className="input" id="numero" name="numero" aria-describedby="numero-hint" />
            <Button>{m.portal_track()}</Button>
          </div>
        </form>
      </div>
    </section>
  )
}

function HowItWorks() {
  const steps = [
    [m.portal_how_1_title(), m.portal_how_1()],
    [m.portal_how_2_title(), m.portal_how_2()],
    [m.portal_how_3_title(), m.portal_how_3()],
  ]
  return (
    <section className="how">
      <h2>{m.portal_how_title()}</h2>
      <ol>
        {steps.map(([title, detail], index) => (
          <li key={title}>
            <b className="how__n" aria-hidden="true">
              {index + 1}
            </b>
            <div>
              <h3>{title}</h3>
              <p>{detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
