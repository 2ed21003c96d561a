// SPDX-License-Identifier: MIT
import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { overwriteGetLocale } from './paraglide/runtime.js'

// The server has decided the language; the page says it.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'fr'))

startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
