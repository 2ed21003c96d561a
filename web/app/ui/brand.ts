// SPDX-License-Identifier: MIT

/** The seven shades that a tenant's colour gives, as `#rrggbb`. */
export interface BrandShades {
  /** Rail and foot: white text on it. */
  readonly ink: string
  readonly hover: string
  /** What can be acted on: white on it, and itself on every light ground, reach 4.5:1. */
  readonly brand: string
  /** Graphics: 3:1 on white. */
  readonly mid: string
  readonly line: string
  readonly tint: string
  readonly soft: string
}

interface Oklch {
  /** Perceived lightness, 0 to 1. */
  readonly l: number
  readonly c: number
  /** Radians. */
  readonly h: number
}

/** Contrast asked of text (WCAG 2.2, 1.4.3) and of graphics (1.4.11). */
const textContrast = 4.5
const graphicContrast = 3

/**
 * The shades of one colour chosen by a tenant, in OKLCH so that hue and strength stay while lightness moves.
 *
 * A colour too light for text is darkened just enough; a dark one is kept as it is. Refuses what is not `#rrggbb`.
 */
export function brandShades(colour: string): BrandShades {
  const chosen = toOklch(colour)
  const shade = (l: number, c: number) => toHex({ l, c: Math.min(c, chosen.c), h: chosen.h })
  const tint = shade(0.932, 0.021)
  const brand = darkenedUntil(chosen, textContrast, [tint])
  const brandL = toOklch(brand).l
  return {
    ink: shade(Math.min(0.291, brandL), 0.055),
    hover: shade(Math.max(brandL - 0.065, 0.1), chosen.c),
    brand,
    mid: darkenedUntil({ ...chosen, l: Math.max(0.55, brandL) }, graphicContrast, ['#ffffff', tint]),
    line: shade(0.838, 0.035),
    tint,
    soft: shade(0.965, 0.01),
  }
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The style sheet that gives a page its tenant's shades. */
export function brandStyle(colour: string): string {
  const { ink, hover, brand, mid, line, tint, soft } = brandShades(colour)
  return (
    `:root{--brand-ink:${ink};--brand-hover:${hover};--brand:${brand};--brand-mid:${mid};` +
    `--brand-line:${line};--brand-tint:${tint};--brand-soft:${soft}}`
  )
}

function darkenedUntil(colour: Oklch, ratio: number, grounds: readonly string[]): string {
  for (let l = colour.l; l > 0; l -= 0.005) {
    const hex = toHex({ ...colour, l })
    if (grounds.every((ground) => contrast(hex, ground) >= ratio)) return hex
  }
  return '#000000'
}

function channels(hex: string): [number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`Not a colour written #rrggbb: ${hex}`)
  const linear = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [linear(1), linear(3), linear(5)]
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020: matrices of linear sRGB to OKLab. */
function toOklch(hex: string): Oklch {
  const [r, g, b] = channels(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  }
}

/** Strength gives way, never hue, when a shade lies outside what screens show. */
function toHex({ l, c, h }: Oklch): string {
  for (let strength = c; ; strength = Math.max(0, strength - 0.004)) {
    const rgb = toLinear(l, strength * Math.cos(h), strength * Math.sin(h))
    if (strength === 0 || rgb.every((value) => value >= -0.0005 && value <= 1.0005)) {
      return `#${rgb.map(encoded).join('')}`
    }
  }
}

function toLinear(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function encoded(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear))
  const value = clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0')
}
