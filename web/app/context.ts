// SPDX-License-Identifier: MIT
import type { WebContext } from '@guichet/server'
import { createContext, type RouterContextProvider } from 'react-router'
import { dateWords } from './ui/dates.ts'

type PageContext = WebContext<unknown>

/** Everything one request knows, given by the server; loaders and actions read it through the functions below. */
export const webContext = createContext<PageContext>()

type Context = Readonly<RouterContextProvider>

export const tenantOf = (context: Context) => context.get(webContext).tenant
export const viewerOf = (context: Context) => context.get(webContext).viewer
export const localeOf = (context: Context) => context.get(webContext).locale

export const nowOf = (context: Context) => context.get(webContext).now

/** Dates said in the reader's language, at the body's place. */
export function datesOf(context: Context) {
  const { locale, tenant, now } = context.get(webContext)
  return dateWords(locale, tenant.timeZone, now)
}
