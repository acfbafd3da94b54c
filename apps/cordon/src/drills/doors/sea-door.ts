import {
  hear,
  MaritimeWatch,
  makeCast,
  receptionDefaults,
  type SeaObservation,
  type Ships,
} from '@cordon/maritime'
import type { Finding, Instant } from '@cordon/model'
import { knowledgeOf, observationsOf, type SeaDrill } from '../../sea/drill.ts'
import { loadSeaPack } from '../../sea/pack.ts'
import type { Drill } from '../drill-form.ts'
import { type DoorFeed, quietDoor } from './door.ts'

const hourMs = 3_600_000
/** Degrees around the operation in which ordinary ships sail. */
const around = 3

/** What is known at sea. */
export interface SeaDoorKnowledge {
  readonly pack: string
  readonly ships: Ships
  readonly versions: Readonly<Record<string, string>>
  readonly drills: ReadonlyMap<string, SeaDrill>
}

/** Positions and sightings of the drills of the sea, ordinary ships among them. Each plays in its own waters and days. */
export function seaDoor(
  drill: Drill,
  knowledge: SeaDoorKnowledge,
  options: { readonly withOperation: boolean; readonly share: number },
): DoorFeed {
  const parts = drill.operation.sea.flatMap((id) => knowledge.drills.get(id) ?? [])
  if (parts.length === 0) return quietDoor('sea')
  const ships = Math.round((drill.ordinary.sea?.ships ?? 0) * options.share)
  const steps = parts
    .flatMap((one, at) => hoursOf(one, knowledge, { ...options, ships, seed: drill.ordinary.seed + at }))
    .sort((a, b) => a.time - b.time)
  return {
    door: 'sea',
    times: Float64Array.from(steps, ({ time }) => time),
    records: steps.reduce((sum, { count }) => sum + count, 0),
    observe: (index) => steps[index]!.play(),
    end: () => [],
  }
}

interface HourStep {
  readonly time: Instant
  readonly count: number
  play(): Iterable<Finding>
}

function hoursOf(
  one: SeaDrill,
  { ships, versions, pack }: SeaDoorKnowledge,
  options: { readonly withOperation: boolean; readonly ships: number; readonly seed: number },
): HourStep[] {
  const own = observationsOf(one)
  const watch = new MaritimeWatch()
  watch.start(knowledgeOf(one, ships, versions, pack))
  const all = [...(options.withOperation ? own : []), ...ordinaryShips(own, pack, options)].sort(
    (a, b) => a.time - b.time,
  )
  const byHour = new Map<Instant, SeaObservation[]>()
  for (const seen of all) {
    const hour = Math.floor(seen.time / hourMs) * hourMs + hourMs
    const there = byHour.get(hour)
    if (there) there.push(seen)
    else byHour.set(hour, [seen])
  }
  const hours = [...byHour.keys()].sort((a, b) => a - b)
  return hours.map((time, at) => ({
    time,
    count: byHour.get(time)!.length,
    *play() {
      yield* watch.observe(byHour.get(time)!)
      yield* watch.advance(at === hours.length - 1 ? Number.MAX_SAFE_INTEGER : time)
    },
  }))
}

function ordinaryShips(
  own: readonly SeaObservation[],
  pack: string,
  { ships: traffic, seed }: { readonly ships: number; readonly seed: number },
): SeaObservation[] {
  if (traffic === 0 || own.length === 0) return []
  const { ports, areas } = loadSeaPack(pack)
  const box = boxAround(own)
  const near = ports.filter(
    ({ lat, lon }) => lat >= box[0] && lon >= box[1] && lat <= box[2] && lon <= box[3],
  )
  const start = Math.floor(own[0]!.time / hourMs) * hourMs
  const end = own.at(-1)!.time
  const days = Math.max(1, Math.ceil((end - start) / (24 * hourMs)))
  const cast = makeCast(
    { ports: near.length >= 3 ? near : ports, areas, box },
    { seed, start, days, traffic, transfers: 0, difficulty: 'default' },
  )
  return [...hear(cast.ships, { ...receptionDefaults, stations: near }, start, end)].flat()
}

function boxAround(own: readonly SeaObservation[]): [number, number, number, number] {
  const box: [number, number, number, number] = [90, 180, -90, -180]
  for (const seen of own) {
    if (seen.kind === 'static') continue
    box[0] = Math.min(box[0], seen.lat - around)
    box[1] = Math.min(box[1], seen.lon - around)
    box[2] = Math.max(box[2], seen.lat + around)
    box[3] = Math.max(box[3], seen.lon + around)
  }
  return box
}
