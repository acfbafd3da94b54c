import type { Planned, Store, StoredWarningRule } from '../store/index.ts'
import { happeningsOf, wantedBy } from './happenings.ts'
import { occurrenceOf } from './occurrence.ts'

const eventsAtOnce = 100

/**
 * Looks at the events that nobody has looked at, and writes what they come to into the outbox. Where the events stand is
 * moved on in the same transaction: a process that is killed leaves either both or neither, so that nothing is lost
 * and nothing told twice.
 * @returns how many things are told to how many recipients anew
 */
export async function dispatchEvents(store: Store, signal?: AbortSignal): Promise<number> {
  let told = 0
  while (!signal?.aborted) {
    const from = await store.warnings.position()
    const events = await store.events.after(from, eventsAtOnce)
    const last = events.at(-1)
    if (!last) return told
    const rules = (await store.warnings.rules.list()).filter(({ rule }) => rule.enabled)
    const planned: Planned[] = []
    for (const event of events) planned.push(...(await plannedOf(store, event, rules)))
    const written = await store.warnings.commit(planned, from, last.position)
    // Undefined: another process was faster, and this one begins where that one stands.
    told += written ?? 0
  }
  return told
}

async function plannedOf(
  store: Store,
  event: Parameters<typeof happeningsOf>[1],
  all: readonly StoredWarningRule[],
): Promise<Planned[]> {
  const rules = all.filter(({ sincePosition }) => event.position > sincePosition)
  if (rules.length === 0) return []
  const happenings = await happeningsOf(store, event, wantedBy(rules.map(({ rule }) => rule)))
  return happenings.flatMap((happening) =>
    rules.flatMap((stored) => {
      const occurrence = occurrenceOf(stored.rule, happening)
      return occurrence ? [{ stored, occurrence }] : []
    }),
  )
}
