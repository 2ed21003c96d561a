// SPDX-License-Identifier: MIT
/** Address of a script that stands alone on its page: see `web/islands.ts`. */
declare module 'virtual:island/*' {
  const address: string
  export default address
}
