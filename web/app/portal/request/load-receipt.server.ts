// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { datesOf } from '../../context.ts'
import { receiptKind } from '../../entry/shown-clock.ts'
import type { ShownReceiptPage } from './ReceiptPage.tsx'

interface Loading {
  readonly services: Services
  readonly context: Readonly<RouterContextProvider>
  readonly id: string
  /** Last part of its address. */
  readonly receipt: string
}

/** A receipt as it was given, for whoever may read the request. */
export async function loadReceipt({ services, context, id, receipt }: Loading): Promise<ShownReceiptPage> {
  const { title, issuedAt, blocks } = await services.clocks.entryReceipt(id, receiptKind(receipt))
  return { title, blocks, givenOn: datesOf(context).day(issuedAt) }
}
