import { isoSeconds, type Ref } from '@cordon/model'

import type { DarkRendezvous } from '../events/dark-rendezvous.ts'
import type { Meeting } from '../events/encounter/meeting.ts'
import type { EventFinder } from '../events/event-finder.ts'
import type { ShipRecord } from '../identity/identity-book.ts'
import type { Sighting } from '../sightings/sighting.ts'
import type { Verdict } from './judge.ts'
import type { SeaKnowledge } from './knowledge.ts'
import { lawfulReason } from './lawful.ts'
import type { Part } from './parts.ts'
import { placeParts, placeText } from './place-parts.ts'
import type { ShipFile, ShipFiles } from './ship-files.ts'
import { signalParts } from './signal-parts.ts'
import { weatherPart } from './weather-part.ts'
import { type Identifier, vesselRef } from './who.ts'

/** What a judge looks things up in. */
export interface Bench {
  readonly finder: EventFinder
  readonly files: ShipFiles
  readonly identifier: Identifier
  readonly knowledge: SeaKnowledge
}

const threeDaysMs = 72 * 3_600_000

/** Judges a meeting of two ships: a transfer, or one of the many lawful things. */
export function judgeMeeting(meeting: Meeting, bench: Bench): Verdict {
  const { finder, knowledge } = bench
  const { mmsi, other, lat, lon } = meeting
  const areas = finder.areasAt(lat, lon)
  const portKm = finder.portNear(lat, lon)?.km
  const [a, b] = [finder.book.get(mmsi), finder.book.get(other)]
  const one = shipParts(mmsi, meeting, bench)
  const two = shipParts(other, meeting, bench)
  const parts: Part[] = [
    ...one.parts,
    ...two.parts,
    ...placeParts({ ...meeting, areas, portKm }, knowledge.rules),
  ]
  const cargo = cargoPart(a, b, knowledge)
  if (cargo) parts.push(cargo)
  const weather = weatherPart(meeting, knowledge)
  if (weather) parts.push(weather)
  const lawful = lawfulReason(meeting, {
    areas,
    portKm,
    a,
    b,
    partnersA: partners(bench.files.get(mmsi), mmsi, meeting),
    partnersB: partners(bench.files.get(other), other, meeting),
    doubtA: hasDoubt(one.parts),
    doubtB: hasDoubt(two.parts),
  })
  if (lawful) {
    const isListed = parts.some(({ feature }) => feature.startsWith('listed:') && feature !== 'listed:name')
    parts.push({
      feature: `lawful:${lawful.kind}`,
      query: placeText(lat, lon),
      candidate: lawful.kind,
      // For a listed ship there is no lawful transfer; it is shown, and counts nothing.
      contribution: isListed ? 0 : knowledge.rules.weights.lawful,
      detail: lawful.detail,
    })
  }
  const labels = [vesselRef(mmsi, a), vesselRef(other, b)]
  return {
    rule: 'transfer',
    subjects: labels,
    matches: [...one.matches, ...two.matches],
    anchor: `${meeting.start}`,
    start: meeting.start,
    end: meeting.end,
    place: { lat, lon },
    state: meeting.state,
    parts,
    statement: `${labels[0]!.label} and ${labels[1]!.label} lay ${Math.round(meeting.medianDistanceKm * 1000)} m apart at ${placeText(lat, lon)} for ${meeting.hours.toFixed(1)} h from ${isoSeconds(meeting.start)}${areaText(areas)}${matchText([...one.matches, ...two.matches])}.`,
  }
}

/** Judges a meeting of which one side was not heard. */
export function judgeDark(dark: DarkRendezvous, bench: Bench, seen?: Sighting): Verdict {
  const { finder, knowledge } = bench
  const { mmsi, other, lat, lon } = dark
  const areas = finder.areasAt(lat, lon)
  const one = shipParts(mmsi, dark, bench)
  const two = other === undefined ? { parts: [], matches: [] } : shipParts(other, dark, bench)
  const setting = { ...dark, areas, portKm: finder.portNear(lat, lon)?.km }
  const parts: Part[] = [...one.parts, ...two.parts, ...placeParts(setting, knowledge.rules)]
  const cargo = cargoPart(
    finder.book.get(mmsi),
    other === undefined ? undefined : finder.book.get(other),
    knowledge,
  )
  if (cargo) parts.push(cargo)
  const weather = weatherPart(dark, knowledge)
  if (weather) parts.push(weather)
  if (dark.by === 'sighting')
    parts.push({
      feature: 'seen-beside',
      query: dark.sighting ?? '',
      candidate: `${Math.round((dark.probability ?? 0) * 100)} % a ship that does not transmit`,
      contribution: knowledge.rules.weights.seenBeside * (dark.probability ?? 0),
      detail: 'A ship was seen beside it that no transmission explains.',
    })
  const listed = seen === undefined ? undefined : listedSeen(seen, bench)
  if (listed) parts.push(listed.part)
  const matches = [...one.matches, ...two.matches, ...(listed ? [listed.ref] : [])]
  const subjects = [vesselRef(mmsi, finder.book.get(mmsi))]
  if (other !== undefined) subjects.push(vesselRef(other, finder.book.get(other)))
  const place = placeText(lat, lon)
  const from = isoSeconds(dark.start)
  const what =
    dark.by === 'sighting'
      ? `was at ${place} at ${from}, and a ship that does not transmit was seen beside it`
      : `waited at ${place} for ${dark.hours.toFixed(1)} h from ${from}, while ${subjects[1]!.label} was silent and could have come (${dark.knotsNeeded?.toFixed(0)} kn)`
  return {
    rule: 'dark-transfer',
    subjects,
    matches,
    anchor: dark.sighting ?? `${dark.start}`,
    start: dark.start,
    end: dark.end,
    place: { lat, lon },
    state: 'closed',
    parts,
    statement: `${subjects[0]!.label} ${what}${areaText(areas)}${matchText(matches)}.`,
  }
}

/** The listed ship whose name or number a sighting read off, as a part of a score. */
export function listedSeen(
  { imo, name }: Sighting,
  { knowledge }: Bench,
): { part: Part; ref: Ref } | undefined {
  const query = { ...(imo !== undefined && { imo }), ...(name !== undefined && { name }) }
  const ship = knowledge.ships.find(query).find(({ listed }) => listed)
  if (ship === undefined) return undefined
  const part = {
    feature: 'listed:seen',
    query: imo ?? name ?? '',
    candidate: ship.ref.label,
    contribution: knowledge.rules.weights.listedByCallSign,
    detail: `The ship that was seen bears the ${imo === undefined ? 'name' : 'IMO number'} of ${ship.ref.label}, which is listed.`,
    source: ship.source,
  }
  return { part, ref: ship.ref }
}

/** Who a ship is and what its signal did around a time. */
export function shipParts(
  mmsi: number,
  { start, end }: { readonly start: number; readonly end: number },
  bench: Bench,
) {
  const { finder, files, identifier, knowledge } = bench
  const record = finder.book.get(mmsi)
  const file = files.get(mmsi)
  const { parts, matches } = identifier.parts(mmsi, record, file)
  const { label } = vesselRef(mmsi, record)
  return { parts: [...parts, ...signalParts(file, { label, mmsi, start, end }, knowledge.rules)], matches }
}

function cargoPart(
  a: ShipRecord | undefined,
  b: ShipRecord | undefined,
  { rules }: SeaKnowledge,
): Part | undefined {
  const carries = [a, b].filter((one) => one?.shipClass === 'tanker' || one?.shipClass === 'cargo')
  if (carries.length === 0) return undefined
  return {
    feature: 'cargo',
    query: carries.map((one) => one!.shipClass).join(', '),
    candidate: 'tanker, cargo',
    contribution: rules.weights.cargo,
    detail: `${carries.length === 2 ? 'Both carry' : 'One of the two carries'} cargo.`,
  }
}

function hasDoubt(parts: readonly Part[]): boolean {
  return parts.some(({ feature }) => feature.startsWith('identity:') || feature === 'false-flag')
}

function partners(file: ShipFile, mmsi: number, { start, id }: Meeting): number {
  const others = new Set<number>()
  for (const event of file.events)
    if (event.kind === 'encounter' && event.id !== id && Math.abs(event.start - start) <= threeDaysMs)
      others.add(event.mmsi === mmsi ? event.other : event.mmsi)
  return others.size
}

function areaText(areas: readonly { readonly kind: string; readonly name: string }[]): string {
  const area = areas.find(({ kind }) => kind === 'watch')
  return area ? `, in the watch area ${area.name}` : ''
}

function matchText(matches: readonly { readonly label: string }[]): string {
  if (matches.length === 0) return ''
  return `; listed: ${[...new Set(matches.map(({ label }) => label))].join(', ')}`
}
