import { useEffect } from 'react'
import { useStored } from '../ui/stored.ts'

/** `system` follows the operating system. */
export type Theme = 'system' | 'light' | 'dark'

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

/** The theme this browser keeps, and a way to the next one. */
export function useTheme(): { readonly theme: Theme; readonly change: () => void } {
  const [theme, store] = useStored<Theme>('cordon.theme', 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return { theme, change: () => store(next[theme]) }
}
