// SPDX-License-Identifier: MIT
export function fleetingFolder(): string
