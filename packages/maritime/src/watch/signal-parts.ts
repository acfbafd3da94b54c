import { type Instant, isoSeconds } from '@cordon/model'
import type { SeaEvent } from '../events/event.ts'
import type { IdentityChange } from '../events/identity-change.ts'
import type { SeaRules } from './knowledge.ts'
import type { Part } from './parts.ts'
import type { ShipFile } from './ship-files.ts'

/** Around a meeting, what was done to the signal counts if it was this near in time. */
export const aroundMs = 72 * 3_600_000

/** What is asked of a ship's file: everything near a span of time, of a ship with a label. */
export interface Around {
  readonly label: string
  readonly mmsi: number
  readonly start: Instant
  readonly end: Instant
}

const doubts: Readonly<Record<IdentityChange['change'], string>> = {
  'new-name': 'changed its name',
  'new-imo': 'changed its IMO number',
  'new-callsign': 'changed its call sign',
  'new-number': 'goes on under another MMSI',
  swap: 'exchanged its identity with another ship',
  'false-imo': 'states an IMO number whose check digit is wrong',
  'digit-away': 'states an IMO number one slip away from that of a known ship',
  'shared-imo': 'states an IMO number that another ship states too',
  'size-of-another': 'is not as long as the ship whose IMO number it states',
  'type-against-size': 'is too long for what it says it is',
}

/** What a ship's own events add: at most one part of each kind, the weightiest. */
export function signalParts(file: ShipFile, around: Around, rules: SeaRules): Part[] {
  const parts = new Map<string, Part>()
  for (const event of file.events) {
    const part = partOf(event, around, rules)
    if (part === undefined) continue
    const before = parts.get(part.feature)
    if (before === undefined || part.contribution > before.contribution) parts.set(part.feature, part)
  }
  return [...parts.values()]
}

function partOf(event: SeaEvent, around: Around, rules: SeaRules): Part | undefined {
  const { weights } = rules
  const isNear = event.end >= around.start - aroundMs && event.start <= around.end + aroundMs
  if (event.kind === 'identity-change') return identityPart(event, around, rules)
  if (event.kind === 'port-visit') {
    if (event.country === undefined || !rules.portCountries.includes(event.country)) return undefined
    const detail = `${around.label} called at ${event.name} (${event.country.toUpperCase()}) from ${isoSeconds(event.start)}.`
    return part('theatre-port', around, event.name, weights.theatrePort, detail)
  }
  if (event.kind === 'false-flag') {
    const why =
      event.why === 'unassigned'
        ? `the digits ${event.mid} are assigned to no country`
        : `the number is of ${event.flag?.toUpperCase()}, known flags are ${event.knownFlags.join(', ').toUpperCase()}`
    return part(
      'false-flag',
      around,
      event.mid,
      weights.falseFlag,
      `${around.label} has a false flag: ${why}.`,
    )
  }
  if (!isNear) return undefined
  if (event.kind === 'gap') {
    const { verdict } = event.reception
    const contribution = verdict === 'good' ? weights.gapHeard : weights.gap
    const heard =
      verdict === 'good'
        ? `others were heard around it in ${event.reception.heard} of ${event.reception.hours} hours`
        : `reception around it was ${verdict}`
    return part(
      'gap',
      around,
      `${event.hours.toFixed(1)} h`,
      contribution,
      `${around.label} was not heard for ${event.hours.toFixed(1)} h from ${isoSeconds(event.start)}; ${heard}.`,
    )
  }
  if (event.kind === 'draught-change' && !event.inPort && event.end >= around.start) {
    const detail = `${around.label} states ${event.to} m of draught after ${event.from} m, with no port in between.`
    return part('draught', around, `${event.from} m to ${event.to} m`, weights.draught, detail)
  }
  if (event.kind === 'speed-inconsistent' || event.kind === 'shared-number') {
    const detail =
      event.kind === 'shared-number'
        ? `The number of ${around.label} is used at two places at a time.`
        : `${around.label} sends ${event.sentKnots.toFixed(0)} kn and makes ${event.madeKnots.toFixed(0)} kn.`
    return part('false-positions', around, event.kind, weights.falsePositions, detail)
  }
  if (event.kind === 'circling') {
    const others = event.ships.length > 1 ? `, as do those of ${event.ships.length - 1} more` : ''
    const detail = `The positions of ${around.label} run round a circle of ${Math.round(event.radiusM)} m, ${event.turns.toFixed(0)} times at ${event.knots.toFixed(0)} kn${others}.`
    return part('false-positions', around, event.kind, weights.falsePositions, detail)
  }
  if (event.kind === 'speed-for-cargo' && event.end >= around.start) {
    const { beforeKnots, afterKnots, draughtM } = event
    const detail = `${around.label} made ${beforeKnots.toFixed(1)} kn before a halt at sea and ${afterKnots.toFixed(1)} kn after it, and states ${draughtM} m of draught both times.`
    return part('speed-for-cargo', around, `${draughtM} m`, weights.speedForCargo, detail)
  }
  return undefined
}

function identityPart(event: IdentityChange, around: Around, { weights }: SeaRules): Part | undefined {
  // A name repainted years ago is no doubt; a number that can't be right stays one.
  const isLasting = ['false-imo', 'digit-away', 'size-of-another', 'type-against-size'].includes(event.change)
  if (!isLasting && (event.end < around.start - 10 * aroundMs || event.start > around.end + aroundMs))
    return undefined
  const weight =
    event.change === 'digit-away'
      ? weights.digitAway
      : isLasting || event.change === 'swap' || event.change === 'new-number'
        ? weights.falseIdentity
        : weights.changedIdentity
  const values =
    event.from !== undefined && event.to !== undefined
      ? ` (${event.from} to ${event.to})`
      : event.to === undefined
        ? ''
        : ` (${event.to})`
  const known = event.known === undefined ? '' : `: ${event.known.label}`
  return part(
    `identity:${event.change}`,
    around,
    event.known?.label ?? event.to ?? '',
    weight,
    `${around.label} ${doubts[event.change]}${values}${known}.`,
  )
}

function part(
  feature: string,
  around: Around,
  candidate: string,
  contribution: number,
  detail: string,
): Part {
  return { feature, query: String(around.mmsi), candidate, contribution, detail, path: `mmsi ${around.mmsi}` }
}
