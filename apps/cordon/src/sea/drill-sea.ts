import { MaritimeWatch, type SeaKnowledge, type Ships, shipIndex } from '@cordon/maritime'
import type { Finding } from '@cordon/model'
import type { SeaStore } from '../store/index.ts'
import { knownShip, observationsOf, type SeaDrill } from './drill.ts'
import { MapKeeper } from './map-keeper.ts'
import { memorySea } from './memory-sea.ts'
import { loadSeaPack } from './pack.ts'

/** A drill as the console shows it: synthetic tracks, what came of them. In memory only. */
export interface DrillSea {
  readonly drill: SeaDrill
  readonly sea: SeaStore
  readonly findings: readonly Finding[]
  /** The listed ships of the lists, and of the drill itself. */
  readonly ships: Ships
}

const hourMs = 3_600_000

/** Plays a drill, and gathers what the console shows of it. Nothing of it is stored. */
export async function drillSea(
  drill: SeaDrill,
  listed: Ships,
  versions: Readonly<Record<string, string>>,
): Promise<DrillSea> {
  const { rules, areas, ports } = loadSeaPack()
  const own = shipIndex(drill.known.map(knownShip))
  const ships: Ships = { find: (query) => [...new Set([...own.find(query), ...listed.find(query)])] }
  const knowledge: SeaKnowledge = { ships, rules, places: { areas, ports }, versions }
  const map = new MapKeeper()
  const watch = new MaritimeWatch({ onFound: map.add })
  watch.start(knowledge)
  const findings = new Map<string, Finding>()
  const keep = (given: Iterable<Finding>) => {
    for (const finding of given) findings.set(finding.id, finding)
  }
  const observations = observationsOf(drill)
  for (let from = 0; from < observations.length; ) {
    const until = Math.floor(observations[from]!.time / hourMs) * hourMs + hourMs
    let to = from
    while (to < observations.length && observations[to]!.time <= until) to++
    keep(watch.observe(observations.slice(from, to)))
    keep(watch.advance(until))
    from = to
  }
  keep(watch.advance(Number.MAX_SAFE_INTEGER))
  const sea = memorySea()
  await sea.add(map.take())
  return { drill, sea, ships, findings: [...findings.values()] }
}
