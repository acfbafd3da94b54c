import { useState } from 'react'
import type { Matrix } from '../../api/attribution.ts'

/** A matrix under a person's hands: what it was before each change is kept until it is saved. */
export interface Draft {
  readonly matrix: Matrix
  /** Changes since it was taken over. */
  readonly count: number
  change(next: Matrix): void
  /** Takes the last change back. */
  back(): void
  /** Begins anew with what was saved: nothing is left to take back. */
  settle(): void
}

/** Begins with `given`; while nothing is changed it follows it. */
export function useDraft(given: Matrix): Draft {
  const [history, setHistory] = useState<readonly Matrix[]>([])
  return {
    matrix: history.at(-1) ?? given,
    count: history.length,
    change: (next) => setHistory((before) => [...before.slice(-200), next]),
    back: () => setHistory((before) => before.slice(0, -1)),
    settle: () => setHistory([]),
  }
}
