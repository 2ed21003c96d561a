// SPDX-License-Identifier: MIT

/**
 * Values of one tenant that are costly to load and rarely change (definitions, settings).
 *
 * Several processes may serve one tenant: whoever changes such a value announces it (`announceForget`), and each
 * process forgets it when it hears the announcement.
 */
export type Cache = {
  /** The remembered value, loaded once however many ask at the same time. A failed load is not remembered. */
  remember<T>(key: string, load: () => Promise<T>): Promise<T>
  forget(key: string): void
  forgetAll(): void
  /** Calls `then` each time the value of that key is to be forgotten, for those who keep it elsewhere. */
  whenForgotten(key: string, then: () => void): void
}

export function createCache(): Cache {
  const values = new Map<string, Promise<unknown>>()
  const listeners = new Map<string, (() => void)[]>()
  const tell = (key: string) => listeners.get(key)?.forEach((then) => then())
  return {
    remember<T>(key: string, load: () => Promise<T>): Promise<T> {
      const known = values.get(key)
      // The key decides the type: each key is used by one module, through one function.
      if (known) return known as Promise<T>
      const loading = load()
      values.set(key, loading)
      loading.catch(() => {
        if (values.get(key) === loading) values.delete(key)
      })
      return loading
    },
    forget: (key) => {
      values.delete(key)
      tell(key)
    },
    forgetAll: () => {
      values.clear()
      for (const key of listeners.keys()) tell(key)
    },
    whenForgotten: (key, then) => {
      listeners.set(key, [...(listeners.get(key) ?? []), then])
    },
  }
}
