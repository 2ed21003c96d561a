// SPDX-License-Identifier: MIT
import { createContext } from 'react'

/** Nonce of the one style element of a page (colours of the tenant). Empty in the browser, which hides it anyway. */
const StyleNonceContext = createContext('')

export const StyleNonce = StyleNonceContext.Provider
export { StyleNonceContext }
