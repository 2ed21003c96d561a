// SPDX-License-Identifier: MIT
import { Fragment } from 'react'
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'
import type { FileItem } from './FileList.tsx'
import { FileList } from './FileList.tsx'

/** One answer as it is read. Values are already in words; an empty one is a dash. */
export interface ShownAnswer {
  readonly key: string
  readonly label: string
  readonly value: ShownValue
  /** Value before a correction, struck through. */
  readonly before?: string | undefined
  /** Day of that correction. */
  readonly changedOn?: string | undefined
}

export type ShownValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string; readonly href?: string | undefined }
  | { readonly kind: 'files'; readonly files: readonly FileItem[]; readonly images: readonly FileItem[] }
  | { readonly kind: 'items'; readonly items: readonly (readonly ShownAnswer[])[] }

/** Questions and answers, read only. `stacked` in a narrow column. */
export function AnswerList({
  answers,
  stacked = false,
}: {
  answers: readonly ShownAnswer[]
  stacked?: boolean
}) {
  return (
    <dl className={stacked ? 'kv kv--st' : 'kv'}>
      {answers.map((answer) => (
        <Fragment key={answer.key}>
          <dt>{answer.label}</dt>
          <dd>
            {answer.before === undefined ? (
              <Value value={answer.value} />
            ) : (
              <>
                <del>{answer.before}</del>{' '}
                <ins>
                  <Value value={answer.value} />
                </ins>
                {answer.changedOn !== undefined && (
                  <span className="chg">
                    <Icon name="refresh" size="sm" /> {m.ask_changed_on({ date: answer.changedOn })}
                  </span>
                )}
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function Value({ value }: { value: ShownValue }) {
  switch (value.kind) {
    case 'empty':
      return '–'
    case 'text':
      return value.href === undefined ? (
        <span className="prewrap">{value.text}</span>
      ) : (
        <a href={value.href}>{value.text}</a>
      )
    case 'files':
      return <Files files={value.files} images={value.images} />
    case 'items':
      return (
        <ol className="kv--items">
          {value.items.map((item, index) => (
            // Items have no identity but their place.
            <li key={index}>
              <AnswerList answers={item} />
            </li>
          ))}
        </ol>
      )
  }
}

function Files({ files, images }: { files: readonly FileItem[]; images: readonly FileItem[] }) {
  return (
    <>
      {images.length > 0 && (
        <span className="thumbs">
          {images.map((image) => (
            <a key={image.id} href={image.href}>
              <img src={image.thumb ?? image.href} alt={image.name} width="132" height="99" loading="lazy" />
            </a>
          ))}
        </span>
      )}
      {files.length > 0 && <FileList files={files} />}
    </>
  )
}
