import type { Ships } from '@cordon/maritime'
import type { Known } from '../known/known.ts'
import { loadSeaDrills, type SeaDrill } from '../sea/drill.ts'
import { type DrillSea, drillSea } from '../sea/drill-sea.ts'
import { knownShips } from '../sea/known-ships.ts'
import type { SeaStore } from '../store/index.ts'
import { notFound } from './problem.ts'
import type { FindingView } from './records.ts'
import { knownNow, recordsOf, type Services } from './services.ts'

/** What the routes of the sea are answered from: the store, or a drill that is played in memory. */
export interface SeaSource {
  readonly sea: SeaStore
  readonly drill?: SeaDrill
  /** The ships that lists know; those of a drill are known too. */
  ships(): Ships
  /** Findings of the watch at sea that touch a span of time, and whether these are all of them. */
  findings(span: { readonly from: number; readonly until: number }): Promise<SeaFindings>
}

/** Findings of a span. */
export interface SeaFindings {
  readonly findings: readonly FindingView[]
  readonly complete: boolean
}

const shipsOfKnown = new WeakMap<Known, Ships>()
const drillsOfKnown = new WeakMap<Known, Map<string, Promise<DrillSea>>>()
/** Findings that are looked through for those of a span. */
const mostFindings = 10_000
const pageOfFindings = 1000

/** The ships of what is known now; gathered once for a set of list versions. */
export function shipsNow(services: Services): Ships {
  const known = knownNow(services)
  const ships = shipsOfKnown.get(known) ?? knownShips(known)
  shipsOfKnown.set(known, ships)
  return ships
}

/**
 * The store's sea, or that of a drill.
 * @throws HttpFault 404 for a drill that there is not, 501 without a store
 */
export async function seaSource(services: Services, drill: string | undefined): Promise<SeaSource> {
  if (drill !== undefined) return drillSource(services, drill)
  const records = recordsOf(services)
  return {
    sea: await records.sea(),
    ships: () => shipsNow(services),
    async findings(span) {
      const found: FindingView[] = []
      let cursor: string | undefined
      for (let seen = 0; seen < mostFindings; seen += pageOfFindings) {
        const page = await records.findings({
          watch: 'maritime',
          verdict: 'all',
          limit: pageOfFindings,
          ...(cursor !== undefined && { cursor }),
        })
        found.push(...page.findings.filter((one) => touches(one, span)))
        cursor = page.next
        if (cursor === undefined) return { findings: found, complete: true }
      }
      return { findings: found, complete: false }
    },
  }
}

async function drillSource(services: Services, id: string): Promise<SeaSource> {
  const drills = loadSeaDrills()
  const drill = drills.find((one) => one.id === id)
  if (!drill) throw notFound('the id of a drill', id, `There are ${drills.map((one) => one.id).join(', ')}.`)
  const known = knownNow(services)
  const played = drillsOfKnown.get(known) ?? new Map<string, Promise<DrillSea>>()
  drillsOfKnown.set(known, played)
  const playing = played.get(id) ?? drillSea(drill, shipsNow(services), known.versions)
  played.set(id, playing)
  const { sea, findings, ships } = await playing
  return {
    sea,
    drill,
    ships: () => ships,
    findings: async (span) => ({
      findings: findings.filter((one) => touches(one, span)).sort((a, b) => b.score - a.score),
      complete: true,
    }),
  }
}

function touches({ window: { start, end = start } }: FindingView, span: { from: number; until: number }) {
  return end >= span.from && start <= span.until
}
