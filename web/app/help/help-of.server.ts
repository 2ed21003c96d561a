// SPDX-License-Identifier: MIT
import { nobody } from '@guichet/engine'
import type { HelpBeside } from '@guichet/server'
import type { RouterContextProvider } from 'react-router'
import { localeOf } from '../context.ts'
import { services } from '../services.ts'
import { screensAt } from './screens-at.ts'

/** The help beside the page at this address, for whoever reads it. A page whose help cannot be read is shown without. */
export async function helpOf(
  context: Readonly<RouterContextProvider>,
  request: Pick<Request, 'url'>,
): Promise<HelpBeside[]> {
  const pathname = new URL(request.url).pathname.replace(/\.data$/, '')
  const asking = services(context)
  // The bearer of a link is never the person signed in in the same browser.
  const reader = pathname.startsWith('/lien/') ? asking.actingAs(nobody(localeOf(context))) : asking
  try {
    return await reader.help.helpBeside({ screens: screensAt(pathname) })
  } catch {
    // What is wrong, the page itself meets and says.
    return []
  }
}
