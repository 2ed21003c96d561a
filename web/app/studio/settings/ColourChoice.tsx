// SPDX-License-Identifier: MIT
import { useState } from 'react'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { brandShades, contrast } from '../../ui/brand.ts'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/** A colour, the contrast it has, and what becomes of it: a light one is darkened until it can be read. */
export function ColourChoice({
  colour,
  problem,
  name,
}: {
  colour: string
  problem: string | undefined
  name: string
}) {
  const [typed, setTyped] = useState(colour)
  return (
    <>
      <div className={problem ? 'field field--err' : 'field'}>
        <label className="label" htmlFor={inputId('brandColour')}>
          {m.studio_look_colour_label()}
        </label>
        <p className="hint" id={`${inputId('brandColour')}-hint`}>
          {m.studio_look_colour_hint()}
        </p>
        <Problem name="brandColour" text={problem} />
        <div className="row">
          <input
            className="input input--10"
            id={inputId('brandColour')}
            name="brandColour"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={problem ? true : undefined}
            aria-describedby={`${inputId('brandColour')}-hint${problem ? ` ${inputId('brandColour')}-problem` : ''}`}
            autoComplete="off"
            spellCheck={false}
          />
          <input
            className="swatch-input"
            type="color"
            value={isColour(typed) ? typed : '#000000'}
            onChange={(event) => setTyped(event.target.value)}
            aria-label={m.studio_look_colour_pick()}
          />
        </div>
      </div>
      <div aria-live="polite">{isColour(typed) && <Becomes colour={typed.toLowerCase()} name={name} />}</div>
    </>
  )
}

function Becomes({ colour, name }: { colour: string; name: string }) {
  const shades = brandShades(colour)
  const asked = contrast(colour, '#ffffff')
  const kept = shades.brand === colour
  const figure = (ratio: number) =>
    new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10)
  const swatches = [
    [m.studio_look_shade_brand(), shades.brand],
    [m.studio_look_shade_hover(), shades.hover],
    [m.studio_look_shade_ink(), shades.ink],
    [m.studio_look_shade_tint(), shades.tint],
    [m.studio_look_shade_soft(), shades.soft],
  ] as const
  return (
    <div className="becomes">
      <p className={kept ? 'state tone-ok' : 'state tone-warn'}>
        <Icon name={kept ? 'circle-check' : 'alert-triangle'} />
        <span>
          {kept
            ? m.studio_look_contrast_kept({ ratio: figure(asked) })
            : m.studio_look_contrast_changed({
                ratio: figure(asked),
                became: shades.brand,
                now: figure(contrast(shades.brand, '#ffffff')),
              })}
        </span>
      </p>
      <dl className="swatches">
        {swatches.map(([label, shade]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <svg viewBox="0 0 40 24" aria-hidden="true">
                <rect width="40" height="24" rx="5" fill={shade} />
              </svg>
              {shade}
            </dd>
          </div>
        ))}
      </dl>
      <figure>
        <figcaption className="vh">{m.studio_look_sample()}</figcaption>
        <svg className="brandview" viewBox="0 0 480 120" aria-hidden="true">
          <rect width="480" height="120" rx="10" fill="#fff" stroke={shades.line} />
          <rect width="480" height="34" rx="10" fill={shades.ink} />
          <text x="18" y="22" fill="#fff" fontSize="14" fontWeight="650">
            {name}
          </text>
          <rect x="18" y="56" width="148" height="40" rx="7" fill={shades.brand} />
          <text x="92" y="81" fill="#fff" fontSize="14" fontWeight="600" textAnchor="middle">
            {m.studio_look_sample_button()}
          </text>
          <text x="190" y="81" fill={shades.brand} fontSize="14" textDecoration="underline">
            {m.studio_look_sample_link()}
          </text>
          <rect x="330" y="56" width="132" height="40" rx="7" fill={shades.tint} />
          <text x="396" y="81" fill={shades.brand} fontSize="14" textAnchor="middle">
            {m.studio_look_sample_chosen()}
          </text>
        </svg>
      </figure>
    </div>
  )
}
