// SPDX-License-Identifier: MIT

/*
 * An SVG document can run programs, fetch pages and hold HTML. It is read here tag by tag against a list of what draws;
 * anything else, known or not, refuses the whole. Nothing is repaired: a document that was cleaned is one that two
 * readers may understand differently.
 */

const drawing = new Set(
  (
    'svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan use symbol ' +
    'linearGradient radialGradient stop clipPath mask pattern style'
  ).split(' '),
)

const tag = /<(?:!--[^]*?-->|\/?[^\s<>/]+(?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>)/g
const attribute = /([^\s=<>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

/** Whether an SVG document only draws: no program, no link, nothing fetched, no entity, no foreign markup. */
export function isStillDrawing(text: string): boolean {
  const document = text
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^<\?xml[^<>?]*\?>\s*/, '')
  // What is left between the tags once they are read must hold no « < »: a tag that was not understood.
  const between = document.replace(tag, '')
  if (between.includes('<') || reaches(between)) return false
  return [...document.matchAll(tag)].every(([found]) => found.startsWith('<!--') || isDrawn(found))
}

function isDrawn(found: string): boolean {
  const name = /^<\/?([^\s<>/]+)/.exec(found)?.[1] ?? ''
  // The editors' own notes (sodipodi:namedview, rdf:RDF) draw nothing and do nothing.
  if (!drawing.has(name) && !/^(sodipodi|inkscape|rdf|cc|dc):[\w-]+$/.test(name)) return false
  return [...found.matchAll(attribute)].every(([, key = '', double, single]) =>
    isQuiet(key.toLowerCase(), double ?? single ?? ''),
  )
}

function isQuiet(key: string, value: string): boolean {
  if (key.startsWith('on')) return false
  if (key === 'href' || key.endsWith(':href')) return /^#[\w-]+$/.test(value.trim())
  // Names of vocabularies are addresses that nobody visits.
  if (key === 'xmlns' || key.startsWith('xmlns:')) return true
  if (/^(sodipodi|inkscape|rdf|cc|dc):/.test(key)) return true
  return !reaches(value)
}

/** Whether a style or a value may name something outside of the document, also when it is written in escapes. */
function reaches(text: string): boolean {
  return (
    /url\(\s*(?!['"]?#)|@import|javascript:|expression\s*\(|\\/i.test(text) ||
    /&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(text)
  )
}
