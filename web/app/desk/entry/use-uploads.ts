// SPDX-License-Identifier: MIT
import { useCallback, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { sendFile } from './send-file.ts'

/** A file on its way, or one that did not arrive. */
export interface Upload {
  readonly id: number
  readonly file: File
  /** Where it is sent: the address says who will read it. */
  readonly to: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'refused' | 'lost'
  readonly percent: number
  /** Why it was refused. */
  readonly problem?: string | undefined
}

export interface Uploads {
  readonly rows: readonly Upload[]
  readonly send: (files: readonly File[], to: string) => void
  readonly retry: (id: number) => void
  /** Gives up one that is on its way, or takes the row of one that failed out of sight. */
  readonly dismiss: (id: number) => void
}

/** Files sent one after the other. Those that arrived are read again with the page; the others wait for a decision. */
export function useUploads(): Uploads {
  const [rows, setRows] = useState<readonly Upload[]>([])
  const queue = useRef<Upload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const isBusy = useRef(false)
  const last = useRef(0)
  const { revalidate } = useRevalidator()

  const change = useCallback((id: number, part: Partial<Upload>) => {
    setRows((now) => now.map((row) => (row.id === id ? { ...row, ...part } : row)))
  }, [])

  const work = useCallback(async () => {
    if (isBusy.current) return
    isBusy.current = true
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { id, file, to } = next
      const stop = new AbortController()
      stops.current.set(id, stop)
      change(id, { state: 'sending', percent: 0 })
      const onProgress = (percent: number) => change(id, { percent })
      const sent = await sendFile({ to, file, onProgress, signal: stop.signal })
      stops.current.delete(id)
      if (sent.ok) change(id, { state: 'sent', percent: 100 })
      else change(id, { state: sent.text === undefined ? 'lost' : 'refused', problem: sent.text })
    }
    isBusy.current = false
    await revalidate()
    setRows((now) => now.filter(({ state }) => state !== 'sent'))
  }, [change, revalidate])

  const enqueue = useCallback(
    (added: readonly Upload[]) => {
      queue.current.push(...added)
      void work()
    },
    [work],
  )

  return {
    rows,
    send: (files, to) => {
      const added = files.map((file) => ({
        id: (last.current += 1),
        file,
        to,
        state: 'waiting' as const,
        percent: 0,
      }))
      setRows((now) => [...now, ...added])
      enqueue(added)
    },
    retry: (id) => {
      const row = rows.find((one) => one.id === id)
      if (!row) return
      change(id, { state: 'waiting', percent: 0, problem: undefined })
      enqueue([row])
    },
    dismiss: (id) => {
      queue.current = queue.current.filter((row) => row.id !== id)
      stops.current.get(id)?.abort()
      setRows((now) => now.filter((row) => row.id !== id))
    },
  }
}
