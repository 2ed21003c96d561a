// SPDX-License-Identifier: MIT
import type { WebContext } from '@guichet/server'
import { createContext, type RouterContextProvider } from 'react-router'

type PageContext = WebContext<unknown>

/** Everything one request knows, given by the server; loaders and actions read it through the functions below. */
export const webContext = createContext<PageContext>()

type Context = Readonly<RouterContextProvider>

export const tenantOf = (context: Context) => context.get(webContext).tenant
export const viewerOf = (context: Context) => context.get(webContext).viewer
export const localeOf = (context: Context) => context.get(webContext).locale
