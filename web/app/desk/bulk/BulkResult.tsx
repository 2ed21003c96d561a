// SPDX-License-Identifier: MIT
import type { BulkCounts, BulkView } from '@guichet/server'
import { Form, Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { BulkItems } from './BulkItems.tsx'

/** What became of each entry, what was left alone first; and the way back, where there is one. */
export function BulkResult({ bulk, back }: { bulk: BulkView; back: string }) {
  const { counts, items } = bulk
  const left = items.filter(({ status }) => status !== 'done')
  return (
    <>
      <div className="mt">
        <Notice tone={counts.done > 0 ? 'ok' : 'warn'} title={sumWords(counts)} announced>
          <div className="f-act">
            <ButtonLink to={back} look="primary">
              {m.bulk_back()}
            </ButtonLink>
            {bulk.undoable > 0 && bulk.undoneBy === null && (
              <Form method="post">
                <Button icon="arrow-back-up" name="annuler" value="oui">
                  {m.bulk_undo({ count: bulk.undoable })}
                </Button>
              </Form>
            )}
          </div>
          {bulk.undoable > 0 && bulk.undoneBy === null && <p className="sm muted">{m.bulk_undo_help()}</p>}
          {bulk.undoneBy !== null && (
            <p>
              <Link to={`/bureau/lots/${bulk.undoneBy}`}>{m.bulk_undo_link()}</Link>
            </p>
          )}
        </Notice>
      </div>
      <BulkItems
        title={m.bulk_result()}
        items={[...left, ...items.filter(({ status }) => status === 'done')]}
        back={back}
      />
    </>
  )
}

/** « 12 fiches traitées, 1 refusée, 2 modifiées entre-temps ». */
function sumWords({ done, refused, changed, aside }: BulkCounts): string {
  return [
    m.bulk_sum_done({ count: done }),
    refused > 0 && m.bulk_sum_refused({ count: refused }),
    changed > 0 && m.bulk_sum_changed({ count: changed }),
    aside > 0 && m.bulk_sum_aside({ count: aside }),
  ]
    .filter(Boolean)
    .join(', ')
}
