// SPDX-License-Identifier: MIT

/** The queue on which a run is taken up again: after a wait, a failure, or for its call. */
export const advanceQueue = 'flows.advance'
