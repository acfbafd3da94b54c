import type { Reject } from '@cordon/formats'
import type { SeaKnowledge } from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import type { RunSummary } from '../runner/index.ts'
import type { Store } from '../store/index.ts'
import { MapKeeper } from './map-keeper.ts'
import { watchSea } from './watch-sea.ts'

/** A file of AIS that is watched once. */
export interface SeaImport {
  /** Where the file is. */
  readonly path: string
  /** Names the run: of the same content the same, so that a file that comes twice counts once. */
  readonly run: string
  readonly knowledge: SeaKnowledge
  readonly latenessMinutes: number
  readonly signal?: AbortSignal
  readonly onRejects: (rejects: readonly Reject[]) => void
  readonly onProgress: (summary: RunSummary, time: Instant | undefined) => void
  /** Told where its positions stand further behind each other than lateness allows. */
  readonly onDisorder: (minutes: number) => void
}

/** Watches a file, and keeps findings, events and tracks of it. */
export function importSea(store: Store, given: SeaImport): Promise<RunSummary> {
  const map = new MapKeeper()
  return watchSea(store, {
    run: given.run,
    inputs: [given.path],
    sightings: [],
    knowledge: given.knowledge,
    latenessMinutes: given.latenessMinutes,
    commitEvery: 50_000,
    watch: { onFound: map.add },
    beforeCommit: () => store.sea.add(map.take()),
    onRejects: async (rejects) => given.onRejects(rejects),
    onProgress: given.onProgress,
    onDisorder: (_input, minutes) => given.onDisorder(minutes),
    ...(given.signal && { signal: given.signal }),
  })
}
