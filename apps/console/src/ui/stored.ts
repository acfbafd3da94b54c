import { useCallback, useSyncExternalStore } from 'react'

const changed = 'cordon:stored'

/** Reads what `useStored` keeps. A value that can't be read is as good as none. */
export function readStored<T>(key: string, fallback: T): T {
  const text = readText(key)
  if (text === null) return fallback
  try {
    return JSON.parse(text) as T
  } catch {
    return fallback
  }
}

function readText(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** State that this browser keeps under `key`, the same in every tab. Works without storage too, for the moment. */
export function useStored<T>(key: string, fallback: T): [T, (value: T) => void] {
  const text = useSyncExternalStore(subscribe, () => readText(key))
  const value = text === null ? fallback : readStored(key, fallback)
  const store = useCallback(
    (next: T) => {
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // Storage is closed or full: nothing is kept.
      }
      window.dispatchEvent(new Event(changed))
    },
    [key],
  )
  return [value, store]
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(changed, listener)
  window.addEventListener('storage', listener)
  return () => {
    window.removeEventListener(changed, listener)
    window.removeEventListener('storage', listener)
  }
}
