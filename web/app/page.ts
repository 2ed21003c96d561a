// SPDX-License-Identifier: MIT
import type { Tenant, Viewer } from '@guichet/server'
import { createContext, use } from 'react'

/** What every page shows around its content. Plain data: the desk's pages carry it to the browser. */
export interface PageFrame {
  readonly tenant: Pick<
    Tenant,
    'name' | 'email' | 'phone' | 'address' | 'brandColour' | 'logo' | 'languages'
  > & {
    readonly tagline: string
    readonly openingHours: readonly string[]
  }
  readonly viewer: Viewer | undefined
}

/** Given by the root to every page, and to the page of a failure, which has no route. */
export const PageFrameContext = createContext<PageFrame | undefined>(undefined)

/** The frame of the page being shown. */
export function usePageFrame(): PageFrame {
  const frame = use(PageFrameContext)
  if (!frame) throw new Error('A page is rendered without its frame')
  return frame
}

/** The frame in one language. */
export function pageFrame(tenant: Tenant, viewer: Viewer | undefined, locale: 'fr' | 'en'): PageFrame {
  const { name, email, phone, address, brandColour, logo, languages, tagline, openingHours } = tenant
  return {
    tenant: {
      name,
      email,
      phone,
      address,
      brandColour,
      logo,
      languages,
      tagline: tagline[locale],
      openingHours: openingHours[locale],
    },
    viewer,
  }
}
