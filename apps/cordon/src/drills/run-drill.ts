import type { Finding, Instant } from '@cordon/model'
import type { DoorFeed } from './doors/door.ts'
import { networkDoor } from './doors/network-door.ts'
import { paymentsDoor } from './doors/payments-door.ts'
import { seaDoor } from './doors/sea-door.ts'
import type { Drill, DrillDoor } from './drill-form.ts'
import type { DrillKnowledge } from './drill-knowledge.ts'
import type { DrillResult } from './drill-result.ts'
import { drillProfile } from './institution.ts'
import { judgeDrill, type Played, type Told } from './judge-drill.ts'
import { MemoryCases } from './memory-cases.ts'

/** How a drill runs. */
export interface RunDrillOptions {
  /** Share of the ordinary traffic that is made, above 0 to 1. The default is all of it. */
  readonly share?: number
  /** Records between two times that it tells how far it is. Default 200. */
  readonly slice?: number
  /** Told of each finding with the operation in the traffic, revisions too, in the order in which they come. */
  readonly onFinding?: (finding: Finding) => void
}

/** How far a run is. */
export interface DrillProgress {
  /** First the ordinary traffic passes by itself, then once more with the operation in it. */
  readonly part: 'ordinary' | 'operation'
  readonly records: number
  readonly of: number
  /** In the operation's time. */
  readonly now: Instant
  readonly from: Instant
  readonly until: Instant
  /** Findings that came since the last time; none of the first part. */
  readonly told: readonly Told[]
}

/**
 * Plays a drill through all doors at once, in the operation's own time: first the ordinary traffic by itself, which gives the
 * false alarms, then with the operation in it. Findings become cases in memory as they come. Nothing is stored.
 */
export async function* runDrill(
  drill: Drill,
  knowledge: DrillKnowledge,
  { share = 1, slice = 200, onFinding = () => {} }: RunDrillOptions = {},
): AsyncGenerator<DrillProgress, DrillResult, undefined> {
  const quiet = yield* play(drill, knowledge, { share, slice, onFinding, part: 'ordinary' })
  const played = yield* play(drill, knowledge, { share, slice, onFinding, part: 'operation' })
  return judgeDrill(drill, knowledge, quiet, played)
}

async function* play(
  drill: Drill,
  knowledge: DrillKnowledge,
  { share, slice, onFinding, part }: Required<RunDrillOptions> & Pick<DrillProgress, 'part'>,
): AsyncGenerator<DrillProgress, Played, undefined> {
  const feeds = await feedsOf(drill, knowledge, { share, withOperation: part === 'operation' })
  const profile = drillProfile(drill.institution)
  const cases = new MemoryCases({ profile })
  const told = new Map<string, Told>()
  const of = feeds.reduce((sum, { times }) => sum + times.length, 0)
  const [from, until] = spanOf(feeds, drill)
  let fresh: Told[] = []
  const take = (door: DrillDoor, found: Iterable<Finding>, now: Instant) => {
    for (const finding of found) {
      const before = told.get(finding.id)
      if (before) before.finding = finding.revision >= before.finding.revision ? finding : before.finding
      else {
        const one = { door, finding, toldAt: now }
        told.set(finding.id, one)
        fresh.push(one)
      }
      if (part !== 'operation') continue
      cases.add([finding])
      onFinding(finding)
    }
  }
  let records = 0
  for (const [feed, index] of inOrder(feeds)) {
    const now = feed.times[index]!
    take(feed.door, feed.observe(index), now)
    if (++records % slice !== 0) continue
    yield { part, records, of, now, from, until, told: part === 'operation' ? fresh : [] }
    fresh = []
  }
  for (const feed of feeds) take(feed.door, feed.end(until), until)
  yield { part, records, of, now: until, from, until, told: part === 'operation' ? fresh : [] }
  return {
    told: [...told.values()],
    cases: cases.all(),
    counts: Object.fromEntries(
      feeds.map(({ door, times, records: all = times.length }) => [door, all]),
    ) as Played['counts'],
    from,
    until,
  }
}

async function feedsOf(
  drill: Drill,
  { cyber, payments, sea, lists, name }: DrillKnowledge,
  options: { readonly share: number; readonly withOperation: boolean },
): Promise<DoorFeed[]> {
  const profile = drillProfile(drill.institution)
  const isListed = drill.operation.payments?.listedSince !== undefined
  const behaviour = { profile, rules: payments, versions: { profile: `drill:${drill.id}`, rules: name } }
  return [
    await networkDoor(drill, cyber, options),
    paymentsDoor(drill, behaviour, isListed ? await lists() : undefined, options),
    seaDoor(drill, sea, options),
  ]
}

/** Records of all doors in one order of time; where two come at once, in the order of the doors. */
function* inOrder(feeds: readonly DoorFeed[]): Generator<[DoorFeed, number]> {
  const next = feeds.map(() => 0)
  for (;;) {
    let first = -1
    for (const [i, { times }] of feeds.entries()) {
      if (next[i]! >= times.length) continue
      if (first === -1 || times[next[i]!]! < feeds[first]!.times[next[first]!]!) first = i
    }
    if (first === -1) return
    yield [feeds[first]!, next[first]!++]
  }
}

function spanOf(feeds: readonly DoorFeed[], { steps }: Drill): [Instant, Instant] {
  const [firsts, lasts] = [
    feeds.flatMap(({ times }) => (times.length > 0 ? [times[0]!] : [])),
    feeds.flatMap(({ times }) => (times.length > 0 ? [times[times.length - 1]!] : [])),
  ]
  if (firsts.length === 0) return [steps[0]!.at, steps.at(-1)!.at]
  return [Math.min(...firsts), Math.max(...lasts)]
}
