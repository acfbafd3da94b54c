import { useEffect } from 'react'
import { useStored } from '../ui/stored.ts'

/** How close things stand. */
export type Density = 'comfortable' | 'compact'

/** Where this browser keeps it. */
export const densityKey = 'cordon.density'

/** Holds the document to the density that this browser keeps. */
export function useDensity(): void {
  const [density] = useStored<Density>(densityKey, 'comfortable')
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
}
