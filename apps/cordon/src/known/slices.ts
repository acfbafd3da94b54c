import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Steps } from '@cordon/screening'

/** Longest time in milliseconds that a long work keeps other work from going on. */
const slice = 15

/** Does a long work a slice at a time: what waits meanwhile, such as a question to the server, comes in between. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const until = performance.now() + slice
    while (performance.now() < until) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await nextTurn()
  }
}
