// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { formValues, type FieldProblem, type FormValues } from '@guichet/engine'
import { withoutStaleAddresses } from './stale-addresses.ts'

type WebStream = Parameters<typeof Readable.fromWeb>[0]

/** A file on its way: `stream` must be read to its end. */
export interface IncomingFile {
  /** Name of its input: `photos`, `children.0.certificate`. */
  readonly path: string
  /** As the browser gives it. */
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
}

/** What a service answers to a file. */
export type FileReceipt =
  | { readonly ok: true; readonly attachment: { readonly id: string } }
  | { readonly ok: false; readonly name: string; readonly problem: FieldProblem }

export interface SentForm {
  /** Every name with its values; files are replaced by the ids of their attachments. */
  readonly values: FormValues
  readonly refusedFiles: readonly {
    readonly path: string
    readonly name: string
    readonly problem: FieldProblem
  }[]
}

/** Bounds for machines, far above what people send: see `maxFormBytes` of the platform for the whole. */
const limits = { fieldNameSize: 200, fieldSize: 300_000, fields: 2000, files: 50, headerPairs: 50 }

/**
 * Reads a form sent by a browser. Files are handed to `receive` one after the other while they arrive: none is held in
 * memory. An input left without a file sends one without a name, which is not a file.
 */
export async function readForm(
  request: Request,
  receive: (file: IncomingFile) => Promise<FileReceipt>,
): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data'))
    return { values: await readPlainForm(request), refusedFiles: [] }

  const entries: [string, string][] = []
  const refusedFiles: SentForm['refusedFiles'][number][] = []
  const parser = new Busboy({ headers: { 'content-type': type }, limits })
  parser.on('field', (name, value) => entries.push([name, value]))
  await parsed(request, parser, async (file) => {
    const receipt = await receive(file)
    if (receipt.ok) entries.push([file.path, receipt.attachment.id])
    else refusedFiles.push({ path: file.path, name: receipt.name, problem: receipt.problem })
  })
  return { values: withoutStaleAddresses(formValues(entries)), refusedFiles }
}

/** A form without files. One that says it holds some is not read: it may be as large as files are. */
export async function readPlainForm(request: Request): Promise<FormValues> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) return formValues([])
  const form = new URLSearchParams(await request.text())
  return withoutStaleAddresses(formValues(form))
}

/** Runs the parser to the end of the form and of every file; the first failure is thrown once nothing runs any more. */
async function parsed(
  request: Request,
  parser: InstanceType<typeof Busboy>,
  take: (file: IncomingFile) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  const streams: BusboyFileStream[] = []
  const taken: Promise<void>[] = []
  parser.on('file', (path: string, stream: BusboyFileStream, name: string | undefined) => {
    if (!name) {
      stream.resume()
      return
    }
    streams.push(stream)
    const handled = take({ path, name, stream }).catch((error: unknown) => {
      failures.push(error)
      // Without a reader the rest of the form would wait for ever.
      stream.resume()
    })
    taken.push(handled)
  })
  const body = request.body ? Readable.fromWeb(request.body as WebStream) : Readable.from([])
  try {
    await pipeline(body, parser)
  } catch (error) {
    failures.unshift(error)
    for (const stream of streams) stream.destroy(new Error('the form was cut', { cause: error }))
  }
  await Promise.all(taken)
  if (failures.length > 0) throw failures[0]
}
