import { MaritimeWatch, type Ships } from '@cordon/maritime'
import type { Finding } from '@cordon/model'
import type { SeaStore } from '../store/index.ts'
import { findingsOf, knowledgeOf, type SeaDrill } from './drill.ts'
import { MapKeeper } from './map-keeper.ts'
import { memorySea } from './memory-sea.ts'

/** A drill as the console shows it: synthetic tracks, what came of them. In memory only. */
export interface DrillSea {
  readonly drill: SeaDrill
  readonly sea: SeaStore
  readonly findings: readonly Finding[]
  /** The listed ships of the lists, and of the drill itself. */
  readonly ships: Ships
}

/** Plays a drill, and gathers what the console shows of it. Nothing of it is stored. */
export async function drillSea(
  drill: SeaDrill,
  listed: Ships,
  versions: Readonly<Record<string, string>>,
): Promise<DrillSea> {
  const knowledge = knowledgeOf(drill, listed, versions)
  const map = new MapKeeper()
  const watch = new MaritimeWatch({ onFound: map.add })
  watch.start(knowledge)
  const findings = findingsOf(watch, drill)
  const sea = memorySea()
  await sea.add(map.take())
  return { drill, sea, ships: knowledge.ships, findings }
}
