import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest time in milliseconds that a long answer keeps others waiting, one step beyond it. */
const longestTurn = 5

/**
 * Does a step for each item, and lets others be answered between the steps of a long answer.
 * @param isGone the caller has gone away: nobody waits for the rest
 * @returns undefined where the caller has gone
 */
export async function inTurns<T, R>(
  items: readonly T[],
  isGone: () => boolean,
  step: (item: T) => R,
): Promise<R[] | undefined> {
  const results: R[] = []
  let began = performance.now()
  for (const item of items) {
    results.push(step(item))
    if (performance.now() - began < longestTurn) continue
    await nextTurn()
    if (isGone()) return undefined
    began = performance.now()
  }
  return results
}
