// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { webContext } from './context.ts'

/** What can be done and read, under the rights of whoever makes the request. */
export function services(context: Readonly<RouterContextProvider>): Services {
  // The server gives the services that its own type tells; only the web's bundle does not know it.
  return context.get(webContext).services as Services
}
