// SPDX-License-Identifier: MIT
import type { UploadedFile } from './form.ts'

/** The smallest whole PNG: one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const photo: UploadedFile = {
  name: 'lampadaire.png',
  mimeType: 'image/png',
  buffer: Buffer.from(pixel, 'base64'),
}

/** A program that says it is a picture. */
export const disguisedProgram: UploadedFile = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from('#!/bin/sh\necho bonjour\n'),
}
