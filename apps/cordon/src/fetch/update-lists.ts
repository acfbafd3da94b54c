import { CordonError } from '@cordon/model'
import type { Publisher } from './publishers.ts'
import { type UpdateContext, type UpdateOutcome, updateList } from './update-list.ts'

/**
 * The publishers that names mean; all that have an address where none is named.
 * @throws CordonError CORDON_NO_SUCH_LIST
 */
export function publishersNamed(names: readonly string[], publishers: readonly Publisher[]): Publisher[] {
  if (names.length === 0) return publishers.filter(({ url }) => url !== undefined)
  return names.map((name) => {
    const found = publishers.find((one) => one.name === name)
    if (found) return found
    throw new CordonError({
      code: 'CORDON_NO_SUCH_LIST',
      expected: `one of ${publishers.map((one) => one.name).join(', ')}`,
      found: JSON.stringify(name),
      where: 'the list to update',
      remedy: 'Lists of your own are named in lists.yaml, in the data folder.',
    })
  })
}

/** Brings lists up to date one after another. One that fails does not keep the others from it. */
export async function* updateLists(
  publishers: readonly Publisher[],
  context: UpdateContext,
): AsyncGenerator<UpdateOutcome, void, undefined> {
  for (const publisher of publishers) {
    if (context.signal?.aborted) return
    yield await updateList(publisher, context)
  }
}
