// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { type IncomingFile, readForm, readPlainForm } from './read-form.server.ts'

function sent(entries: [string, string | File][]): Request {
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  return new Request('http://localhost/', { method: 'POST', body })
}

const received: { path: string; name: string; text: string }[] = []
async function receive({ path, name, stream }: IncomingFile) {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  received.push({ path, name, text: Buffer.concat(chunks).toString() })
  return { ok: true, attachment: { id: `id-of-${name}` } } as const
}

describe('a form sent by a browser', () => {
  it('gives every name its values, in their order', async () => {
    const form = await readForm(
      sent([
        ['kind', 'a'],
        ['subject', 'Été'],
        ['kind', 'b'],
      ]),
      receive,
    )
    expect(form.values).toEqual({ kind: ['a', 'b'], subject: ['Été'] })
  })

  it('hands its files over and puts their ids beside those already there', async () => {
    const file = new File(['contenu'], 'été à la mer.txt', { type: 'text/plain' })
    const form = await readForm(
      sent([
        ['photos', 'kept-id'],
        ['photos', file],
      ]),
      receive,
    )
    expect(form.values).toEqual({ photos: ['kept-id', 'id-of-été à la mer.txt'] })
    expect(received).toContainEqual({ path: 'photos', name: 'été à la mer.txt', text: 'contenu' })
  })

  it('does not take an input left empty for a file', async () => {
    const form = await readForm(
      sent([
        ['photos', new File([], '')],
        ['subject', 'x'],
      ]),
      receive,
    )
    expect(form.values).toEqual({ subject: ['x'] })
  })

  it('tells which files were refused, and keeps the rest of the form', async () => {
    const refuse = async ({ name, stream }: IncomingFile) => {
      for await (const chunk of stream) void chunk
      return { ok: false, name, problem: { code: 'file_size', params: { maxMb: 10 } } } as const
    }
    const form = await readForm(
      sent([
        ['photos', new File(['x'], 'a.jpg')],
        ['subject', 'kept'],
      ]),
      refuse,
    )
    expect(form.values).toEqual({ subject: ['kept'] })
    expect(form.refusedFiles).toEqual([
      { path: 'photos', name: 'a.jpg', problem: { code: 'file_size', params: { maxMb: 10 } } },
    ])
  })

  it('ends with the failure of a service, without waiting for the rest', async () => {
    const fail = async () => {
      throw new Error('storage full')
    }
    const big = new File([new Uint8Array(2_000_000)], 'big.bin')
    await expect(
      readForm(
        sent([
          ['photos', big],
          ['subject', 'x'],
        ]),
        fail,
      ),
    ).rejects.toThrow('storage full')
  })

  it('is refused when it is cut before its end', async () => {
    const cut = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf'
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: cut,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    await expect(readForm(request, receive)).rejects.toThrow()
  })

  it('is refused when it is cut in the middle of a file', async () => {
    const cut = '--x\r\ncontent-disposition: form-data; name="a"; filename="a.txt"\r\n\r\nhalf'
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: cut,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    await expect(readForm(request, receive)).rejects.toThrow()
  })

  it('is read without files too, as plain forms are sent', async () => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      body: new URLSearchParams('a=1&a=2&b=%C3%A9'),
    })
    expect((await readForm(request, receive)).values).toEqual({ a: ['1', '2'], b: ['é'] })
  })
})

describe('a form that should hold no files', () => {
  it('is not read when it says that it holds some: anybody could fill the memory with them', async () => {
    let read = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 1
          controller.enqueue(
            new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'),
          )
          if (read > 10) controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const sent: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }
    const request = new Request('http://localhost/', sent)
    expect(await readPlainForm(request)).toEqual({})
    expect(read).toBe(0)
  })
})
