import { setImmediate as nextTurn } from 'node:timers/promises'

/** Longest time in milliseconds that a long answer keeps others waiting, one step beyond it. */
const longestTurn = 5

/** Lets others be answered now and then during long work: `await` what `due` gives, where it gives something. */
export class Turns {
  private began = performance.now()

  /** The wait for the next turn of the event loop, where this one has been long; else undefined. */
  due(): Promise<void> | undefined {
    if (performance.now() - this.began < longestTurn) return undefined
    return nextTurn().then(() => {
      this.began = performance.now()
    })
  }
}

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
  const turns = new Turns()
  for (const item of items) {
    results.push(step(item))
    const turn = turns.due()
    if (!turn) continue
    await turn
    if (isGone()) return undefined
  }
  return results
}
