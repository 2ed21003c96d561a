// SPDX-License-Identifier: MIT
import type { Config } from '@react-router/dev/config'

export default {
  ssr: true,
  // The whole route manifest goes with the first page of the desk: no second request to discover routes.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
