// SPDX-License-Identifier: MIT

/** What became of a file: kept, refused with its reason, or lost on the way (`text` absent). */
export type SentFile = { readonly ok: true } | { readonly ok: false; readonly text?: string }

interface Sending {
  /** Address that takes one file and answers in JSON. */
  readonly to: string
  readonly file: File
  readonly onProgress: (percent: number) => void
  /** Gives up. */
  readonly signal: AbortSignal
}

/** Sends one file, telling how far it has gone. XMLHttpRequest: `fetch` does not tell of a body on its way. */
export function sendFile({ to, file, onProgress, signal }: Sending): Promise<SentFile> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append('pieces', file, file.name)
    const lost = () => resolve({ ok: false })
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(Math.round((loaded / total) * 100)),
    )
    request.addEventListener('load', () => {
      try {
        resolve(request.status === 200 ? (JSON.parse(request.responseText) as SentFile) : { ok: false })
      } catch {
        lost()
      }
    })
    request.addEventListener('error', lost)
    request.addEventListener('abort', lost)
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', to)
    request.send(body)
  })
}
