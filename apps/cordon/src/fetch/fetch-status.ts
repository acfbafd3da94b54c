import { isoSeconds } from '@cordon/model'
import type { ListFetch, Store } from '../store/index.ts'
import type { ListsConfig } from './lists-config.ts'

/** Where the fetching of one list stands, as it is told. Times are ISO 8601. */
export interface FetchView {
  readonly name: string
  readonly title: string
  readonly url?: string
  /** When the publisher last gave an answer that could be used. */
  readonly checked?: string
  /** When something new last came. */
  readonly changed?: string
  readonly error?: string
  readonly errorAt?: string
  /** Failures in a row. */
  readonly failures: number
  readonly held?: {
    readonly reason: string
    readonly at: string
    readonly sha256: string
    readonly bytes: number
  }
}

/** Every list that can be fetched or was, by name. */
export async function fetchStatus(store: Store, { publishers }: ListsConfig): Promise<FetchView[]> {
  const states = new Map((await store.listFetches.all()).map((state) => [state.name, state]))
  const names = new Set([...publishers.map(({ name }) => name), ...states.keys()])
  return [...names].sort().map((name) => {
    const publisher = publishers.find((one) => one.name === name)
    const state = states.get(name)
    const url = publisher?.url ?? state?.url
    return {
      name,
      title: publisher?.title ?? name,
      ...(url && { url }),
      failures: 0,
      ...(state && viewOf(state)),
    }
  })
}

function viewOf({ checkedAt, changedAt, error, errorAt, failures, held }: ListFetch) {
  return {
    failures,
    ...(checkedAt !== undefined && { checked: isoSeconds(checkedAt) }),
    ...(changedAt !== undefined && { changed: isoSeconds(changedAt) }),
    ...(error !== undefined && { error }),
    ...(errorAt !== undefined && { errorAt: isoSeconds(errorAt) }),
    ...(held && {
      held: { reason: held.reason, at: isoSeconds(held.at), sha256: held.sha256, bytes: held.bytes },
    }),
  }
}
