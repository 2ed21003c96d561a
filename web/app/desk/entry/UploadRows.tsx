// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { sizeWords } from '../../forms/sizes.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { Upload, Uploads } from './use-uploads.ts'

/**
 * The files on their way: how far each has gone, with a way to give up; one that failed, with a way to try again. What
 * is announced is where the whole stands, not every percent.
 */
export function UploadRows({ rows, retry, dismiss }: Pick<Uploads, 'rows' | 'retry' | 'dismiss'>) {
  return (
    <>
      <output className="vh">{rows.length > 0 && summary(rows)}</output>
      {rows.length > 0 && (
        <ul className="ups">
          {rows.map((row) => (
            <li key={row.id}>
              <div className="grow">
                <b>{row.file.name}</b>
                <span className="muted">{sizeWords(row.file.size)}</span>
                {row.state === 'sending' && (
                  <progress
                    className="bar"
                    max="100"
                    value={row.percent}
                    aria-label={m.files_sending({ name: row.file.name })}
                  />
                )}
                <Told row={row} />
              </div>
              {row.state === 'lost' && (
                <Button type="button" look="quiet" size="sm" icon="refresh" onClick={() => retry(row.id)}>
                  {m.files_retry()}
                  <span className="vh"> {row.file.name}</span>
                </Button>
              )}
              {row.state !== 'sent' && (
                <Button type="button" look="quiet" size="sm" icon="x" onClick={() => dismiss(row.id)}>
                  {isFailed(row) ? m.files_dismiss() : m.files_cancel()}
                  <span className="vh"> {row.file.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const isFailed = ({ state }: Upload): boolean => state === 'refused' || state === 'lost'

function Told({ row }: { row: Upload }) {
  if (!isFailed(row)) return <span className="state">{words(row)}</span>
  return (
    <span className="state late" role="alert">
      <Icon name="alert-triangle" size="sm" /> {words(row)}
    </span>
  )
}

function words({ state, percent, problem }: Upload): string {
  switch (state) {
    case 'waiting':
      return m.files_waiting()
    case 'sending':
      return m.files_percent({ percent })
    case 'sent':
      return m.files_sent()
    case 'refused':
      return problem ?? m.files_lost()
    case 'lost':
      return m.files_lost()
  }
}

function summary(rows: readonly Upload[]): string {
  const sent = rows.filter(({ state }) => state === 'sent').length
  const left = rows.filter(({ state }) => state === 'waiting' || state === 'sending').length
  return left === 0 ? m.files_all_done() : m.files_so_far({ sent, total: sent + left })
}
