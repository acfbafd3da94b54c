import { isoSeconds } from '@cordon/model'
import type { IdentityChange } from '../events/identity-change.ts'
import type { PortVisit } from '../events/port-visit.ts'
import type { SightingResult } from '../sightings/sighting-queue.ts'
import type { Verdict } from './judge.ts'
import { type Bench, listedSeen, shipParts } from './judge-meeting.ts'
import { placeParts, placeText } from './place-parts.ts'
import { vesselRef } from './who.ts'

const dayMs = 86_400_000

/** Judges that a ship transmits at all: it is listed, or was. Undefined where it is not. */
export function judgePresence(mmsi: number, time: number, bench: Bench): Verdict | undefined {
  const { finder, files, identifier } = bench
  const [best] = identifier.identify(mmsi, files.get(mmsi))
  if (best === undefined || best.by === 'name') return undefined
  const ship = vesselRef(mmsi, finder.book.get(mmsi))
  const last = finder.last(mmsi)
  const { parts, matches } = shipParts(mmsi, { start: time, end: time }, bench)
  const place = last ? ` at ${placeText(last.lat, last.lon)}` : ''
  const visit = files.get(mmsi).events.findLast((event) => event.kind === 'watch-area')
  const areas = visit ? finder.areasAt(visit.lat, visit.lon) : []
  const where = visit ? placeParts({ ...visit, areas, portKm: 0 }, bench.knowledge.rules) : []
  return {
    rule: 'listed-ship',
    subjects: [ship],
    matches,
    anchor: best.known.ref.id,
    start: time,
    end: time,
    place: last && { lat: last.lat, lon: last.lon },
    state: 'open',
    parts: [...parts, ...where.filter(({ feature }) => feature === 'watch-area')],
    statement: `${ship.label} transmits${place} on ${isoSeconds(time)}; it ${best.former ? 'was' : 'is'} ${best.known.ref.label}, listed by ${best.known.source}.`,
  }
}

/** Judges a doubt about who a ship is. */
export function judgeIdentity(change: IdentityChange, bench: Bench): Verdict {
  const { finder } = bench
  const { mmsi, end } = change
  const ship = vesselRef(mmsi, finder.book.get(mmsi))
  const { parts, matches } = shipParts(mmsi, { start: change.start, end }, bench)
  const areas = Number.isFinite(change.lat) ? finder.areasAt(change.lat, change.lon) : []
  const where = placeParts({ ...change, areas, portKm: 0 }, bench.knowledge.rules).filter(
    ({ feature }) => feature === 'watch-area',
  )
  const known = change.known ? [change.known] : []
  const doubt = parts.find(({ feature }) => feature === `identity:${change.change}`)
  return {
    rule: 'identity',
    subjects: [ship],
    matches: [...matches, ...known],
    // One ship's doubts of one day are one thing for a person to look at.
    anchor: `${Math.floor(end / dayMs)}`,
    start: change.start,
    end,
    place: Number.isFinite(change.lat) ? { lat: change.lat, lon: change.lon } : undefined,
    state: 'closed',
    parts: [...parts, ...where],
    statement: doubt?.detail ?? `${ship.label} is in doubt.`,
  }
}

/** Judges a call at a port of the theatre. */
export function judgePortCall(visit: PortVisit, bench: Bench): Verdict {
  const { finder } = bench
  const ship = vesselRef(visit.mmsi, finder.book.get(visit.mmsi))
  const { parts, matches } = shipParts(visit.mmsi, visit, bench)
  return {
    rule: 'port-call',
    subjects: [ship],
    matches,
    anchor: `${visit.start}`,
    start: visit.start,
    end: visit.end,
    place: { lat: visit.lat, lon: visit.lon },
    state: visit.state,
    parts,
    statement: `${ship.label} called at ${visit.name} (${visit.country?.toUpperCase()}) from ${isoSeconds(visit.start)}, stopped for ${visit.stoppedHours.toFixed(0)} h.`,
  }
}

/** Judges what was seen: a ship that does not transmit, a listed name, a name that is not the one transmitted. */
export function judgeSighting({ sighting, matches: found, dark }: SightingResult, bench: Bench): Verdict {
  const { finder, knowledge } = bench
  const { weights } = knowledge.rules
  const [best] = found
  const place = placeText(sighting.lat, sighting.lon)
  const span = { start: sighting.time, end: sighting.time }
  const areas = finder.areasAt(sighting.lat, sighting.lon)
  const parts = placeParts(
    { ...sighting, ...span, areas, portKm: finder.portNear(sighting.lat, sighting.lon)?.km },
    knowledge.rules,
  )
  const subjects = [
    {
      kind: 'vessel' as const,
      id: `sighting:${sighting.id}`,
      label: sighting.name ?? `sighting ${sighting.id}`,
    },
  ]
  const listed = listedSeen(sighting, bench)
  if (listed) parts.push(listed.part)
  const record = best && finder.book.get(best.mmsi)
  if (best && best.probability >= 0.5) {
    const ship = shipParts(best.mmsi, span, bench)
    parts.push(...ship.parts.filter(({ feature }) => feature !== 'listed:seen'))
    subjects.push({ ...vesselRef(best.mmsi, record), kind: 'vessel' })
    if (sighting.name !== undefined && record?.name !== undefined && differs(sighting.name, record.name))
      parts.push({
        feature: 'name-painted',
        query: sighting.name,
        candidate: record.name,
        contribution: weights.namePainted * best.probability,
        detail: `It bears the name ${sighting.name} and transmits ${record.name}.`,
      })
  } else
    parts.push({
      feature: 'dark',
      query: sighting.id,
      candidate: `${Math.round(dark * 100)} %`,
      contribution: weights.seenBeside * dark,
      detail: `No transmission explains it (${Math.round(dark * 100)} %).`,
    })
  const who =
    best && best.probability >= 0.5
      ? `transmits as ${vesselRef(best.mmsi, record).label} (${Math.round(best.probability * 100)} %)`
      : 'does not transmit'
  return {
    rule: 'sighting',
    subjects,
    matches: listed ? [listed.ref] : [],
    anchor: sighting.id,
    ...span,
    place: { lat: sighting.lat, lon: sighting.lon },
    state: 'closed',
    parts,
    statement: `A ship${sighting.name === undefined ? '' : ` with the name ${sighting.name}`} was seen at ${place} on ${isoSeconds(sighting.time)}; it ${who}.`,
  }
}

function differs(a: string, b: string): boolean {
  const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return plain(a) !== plain(b)
}
