// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import type { Tone } from '../text/key.ts'
import { mailMessages } from './mail-messages.ts'
import { lineText, type Block, type Line } from './mail-model.ts'
import type { MailBody, MailFact, MailModel } from './merge-mail.ts'

/*
 * A mail is read in programs that know tables and inline styles and little else: no picture, no font to fetch, no
 * script, and a ground given with every ink so that a dark theme never puts one over the other. Classes only serve
 * the dark colours and narrow screens, where they are understood.
 */

const ink = '#16202a'
const muted = '#4d5a66'
const line = '#dde3e8'
const ground = '#f1f4f6'
const tones: Readonly<Record<Tone, string>> = {
  info: '#0b4f6c',
  warn: '#7a4b00',
  wait: '#5b3a8c',
  ok: '#17663f',
  danger: '#a61b29',
  idle: '#4d5a66',
}
const table = 'role="presentation" cellpadding="0" cellspacing="0"'

const style = `@media (max-width:640px){.px{padding-left:22px!important;padding-right:22px!important}.btn a{display:block!important}}
@media (prefers-color-scheme:dark){.bg{background:#10181f!important}.paper{background:#18232d!important;border-color:#33424f!important}.ink,.ink h1{color:#eef3f6!important}.muted{color:#b3c0cb!important}.line{border-color:#33424f!important}.note{background:#2a2416!important;border-color:#5a4a22!important;color:#f4ead6!important}.tone{color:#dcebf1!important}}`

/** The mail as a page of tables. Everything in the model is escaped here, and only here. */
export function mailToHtml(model: MailModel, body: MailBody, locale: Locale, brand: string): string {
  const colour = /^#[0-9a-f]{6}$/iu.test(brand) ? brand : tones.info
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">`,
    `<title>${escapeHtml(model.subject)}</title><style>${style}</style></head>`,
    `<body class="bg" style="margin:0;padding:0;background:${ground};color:${ink};font:400 17px/1.55 'Source Sans 3',Arial,sans-serif">`,
    `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview(model.blocks))}</div>`,
    `<table ${table} width="100%" class="bg" style="background:${ground}"><tr><td align="center" style="padding:32px 12px 44px">`,
    `<table ${table} width="640" class="paper" style="width:100%;max-width:640px;background:#ffffff;border:1px solid ${line};border-radius:12px">`,
    letterhead(body, colour),
    ...model.blocks.map((block, index) => row(blockHtml(block), index === 0 ? '32px 40px 0' : '14px 40px 0')),
    model.facts.length > 0 ? row(factsHtml(model.facts), '24px 40px 0') : '',
    buttonHtml(model, colour),
    ...noticeHtml(model.notice ?? []),
    signature(body, colour),
    '</table>',
    smallPrint(body, locale),
    '</td></tr></table></body></html>',
  ].join('\n')
}

function row(content: string, padding: string): string {
  return `<tr><td class="px ink" style="padding:${padding};color:${ink}">${content}</td></tr>`
}

/** The mark is drawn with borders: mail programs take pictures and SVG away. */
function letterhead(body: MailBody, brand: string): string {
  const mark = body.logo
    ? logo(body.logo)
    : `<table ${table}><tr><td width="40" height="40" align="center" valign="bottom" bgcolor="${brand}" style="background:${brand};border-radius:9px;line-height:0;font-size:0"><div style="display:inline-block;width:11px;height:17px;border:5px solid #ffffff;border-bottom:0;border-radius:11px 11px 0 0;margin-bottom:8px"></div></td></tr></table>`
  const tagline = body.tagline
    ? `<br><span class="muted" style="font-size:14px;color:${muted}">${escapeHtml(body.tagline)}</span>`
    : ''
  return `<tr><td class="px line" style="padding:24px 40px;border-bottom:1px solid ${line}"><table ${table}><tr><td width="40" style="padding-right:12px">${mark}</td><td class="ink" style="line-height:1.2;color:${ink}"><b style="font-size:18px;font-weight:650">${escapeHtml(body.name)}</b>${tagline}</td></tr></table></td></tr>`
}

/** Its words are beside it: empty alternative text. */
function logo(address: string): string {
  return `<img src="${escapeHtml(address)}" alt="" height="40" style="display:block;height:40px;max-width:160px;border:0">`
}

function blockHtml(block: Block): string {
  const lines = block.lines.map(lineHtml)
  switch (block.kind) {
    case 'heading':
      return `<h1 style="margin:4px 0 0;font-size:26px;line-height:1.22;font-weight:650;letter-spacing:-.011em;color:${ink}">${lines.join('<br>')}</h1>`
    case 'list':
      return `<ul style="margin:0;padding:0 0 0 20px">${lines.map((item) => `<li style="margin:0 0 4px">${item}</li>`).join('')}</ul>`
    case 'note':
      return `<table ${table} width="100%" class="note" style="background:#fbf6ec;border:1px solid #e3d3b1;border-radius:10px"><tr><td class="note" style="padding:16px 20px;font-size:16px;line-height:1.5;color:${ink};border-radius:10px">${lines.join('<br>')}</td></tr></table>`
    case 'paragraph':
      return `<p style="margin:0">${lines.join('<br>')}</p>`
  }
}

function lineHtml(runs: Line): string {
  return runs
    .map(({ text, bold }) => {
      const written = escapeHtml(text).replaceAll('\n', '<br>')
      return bold ? `<b style="font-weight:600">${written}</b>` : written
    })
    .join('')
}

function factsHtml(facts: readonly MailFact[]): string {
  const rows = facts.map(({ label, value, tone }, index) => {
    const border = `border-top:1px solid ${line}${index === facts.length - 1 ? `;border-bottom:1px solid ${line}` : ''}`
    const emphasis = tone ? `color:${tones[tone]};font-weight:600` : `color:${ink}`
    return `<tr><td class="line muted" valign="top" style="${border};padding:10px 16px 10px 0;color:${muted};width:150px">${escapeHtml(label)}</td><td class="line ${tone ? 'tone' : 'ink'}" valign="top" style="${border};padding:10px 0;${emphasis}">${escapeHtml(value).replaceAll('\n', '<br>')}</td></tr>`
  })
  return `<table role="table" cellpadding="0" cellspacing="0" width="100%" style="border-collapse:collapse">${rows.join('')}</table>`
}

function buttonHtml({ button }: MailModel, brand: string): string {
  if (!button) return ''
  const note = button.note
    ? `<div class="muted" style="padding:12px 0 0;font-size:15px;color:${muted}">${escapeHtml(button.note)}</div>`
    : ''
  return `<tr><td class="px btn" style="padding:26px 40px 0"><a href="${escapeHtml(button.url)}" style="display:inline-block;background:${brand};color:#ffffff;text-decoration:none;font-weight:600;line-height:52px;padding:0 26px;border-radius:7px;text-align:center">${escapeHtml(button.label)}</a>${note}</td></tr>`
}

/** Smaller, under a line: it is kept rather than read. */
function noticeHtml(notice: readonly Block[]): readonly string[] {
  return notice.map((block, index) => {
    const edge = index === 0 ? `border-top:1px solid ${line};` : ''
    const above = index === 0 ? `<tr><td style="padding:28px 0 0"></td></tr>` : ''
    const padding = index === 0 ? '20px 40px 0' : '10px 40px 0'
    return `${above}<tr><td class="px line ink" style="${edge}padding:${padding};font-size:15px;line-height:1.5;color:${ink}">${blockHtml(block)}</td></tr>`
  })
}

function signature(body: MailBody, brand: string): string {
  const phone = body.phone
    ? `<a href="tel:${escapeHtml(body.phone.replace(/[^\d+]/gu, ''))}" class="tone" style="color:${brand}">${escapeHtml(body.phone)}</a>`
    : ''
  const contact = [phone, escapeHtml(body.hours ?? '')].filter(Boolean).join(', ')
  return `<tr><td style="padding:28px 0 0"></td></tr><tr><td class="px line ink" style="padding:20px 40px 24px;border-top:1px solid ${line};font-size:15px;line-height:1.55;color:${ink}">${[escapeHtml(body.name), contact].filter(Boolean).join('<br>')}</td></tr>`
}

function smallPrint(body: MailBody, locale: Locale): string {
  const words = mailMessages[locale]
  const address = body.address ? `<br>${escapeHtml(`${body.name}, ${body.address}`)}` : ''
  return `<table ${table} width="640" style="width:100%;max-width:640px"><tr><td class="px muted" style="padding:18px 40px 0;font-size:14px;line-height:1.55;color:${muted}">${escapeHtml(words.automatic)} ${escapeHtml(words.warning)}${address}</td></tr></table>`
}

/** The words a mailbox shows beside the subject: the first paragraph after the heading, else the first of all. */
function preview(blocks: readonly Block[]): string {
  const heading = blocks.findIndex((block) => block.kind === 'heading')
  const found = blocks.find((block, index) => index > heading && block.kind === 'paragraph')
  return (found?.lines ?? []).map(lineText).join(' ')
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
