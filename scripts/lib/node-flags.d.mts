// SPDX-License-Identifier: MIT
export const nodeFlags: readonly string[]
export const nodeEnvironment: { readonly MALLOC_ARENA_MAX: string }
