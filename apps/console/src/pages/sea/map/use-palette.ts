import { useSyncExternalStore } from 'react'
import { type Palette, palettes } from './palette.ts'

const query = '(prefers-color-scheme: dark)'

/** The map's colours in the theme that is shown: the person's choice, else the system's. */
export function usePalette(): Palette {
  return useSyncExternalStore(subscribe, current)
}

function current(): Palette {
  const { theme } = document.documentElement.dataset
  return palettes[theme === 'dark' || (theme !== 'light' && matchMedia(query).matches) ? 'dark' : 'light']
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia(query)
  const observer = new MutationObserver(listener)
  system.addEventListener('change', listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', listener)
    observer.disconnect()
  }
}
