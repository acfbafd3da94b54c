import type { Instant } from '@cordon/model'
import { cosineOf, planeMetres } from '../events/leg.ts'
import type { KnownShip } from '../identity/known-ship.ts'
import type { ShipClass } from '../identity/ship-class.ts'
import { type Area, isInside } from '../places/area.ts'
import type { Port } from '../places/port-index.ts'
import { Random } from './random.ts'
import type { SeaLabel, SimulatedShip, Statement } from './ship.ts'
import { sail, VoyagePlan, type Waypoint } from './voyage-plan.ts'

/** How large a sea is, and how hard its transfers are to see. */
export interface CastOptions {
  readonly seed: number
  readonly start: Instant
  readonly days: number
  /** Ships in the lanes; other kinds are in proportion. Default 200. */
  readonly traffic: number
  readonly transfers: number
  readonly difficulty: 'easy' | 'default' | 'hard'
}

/** Where it plays. */
export interface Theatre {
  readonly ports: readonly Port[]
  readonly areas: readonly Area[]
  /** South, west, north, east. */
  readonly box: readonly [number, number, number, number]
}

/** A sea with everything that is true of it. */
export interface Cast {
  readonly ships: readonly SimulatedShip[]
  readonly labels: readonly SeaLabel[]
  /** Those of the ships that a list knows. */
  readonly listed: readonly KnownShip[]
}

const hourMs = 3_600_000
type Place = { readonly lat: number; readonly lon: number }

/** Makes the ships of a sea and what they do, the same for the same options. */
export function makeCast(theatre: Theatre, options: CastOptions): Cast {
  return new Casting(theatre, options).all()
}

class Casting {
  private readonly random: Random
  private readonly ships: SimulatedShip[] = []
  private readonly labels: SeaLabel[] = []
  private readonly listed: KnownShip[] = []
  private readonly imos = new Set<string>()
  private readonly theatre: Theatre
  private readonly options: CastOptions
  private readonly end: Instant

  constructor(theatre: Theatre, options: CastOptions) {
    this.theatre = theatre
    this.options = options
    this.random = new Random(options.seed)
    this.end = options.start + options.days * 24 * hourMs
  }

  all(): Cast {
    const { traffic, transfers } = this.options
    for (let i = 0; i < traffic; i++) this.lane()
    for (let i = 0; i < traffic / 5; i++) this.pair('fishing')
    for (let i = 0; i < traffic / 10; i++) this.pair('tug')
    for (let i = 0; i < traffic / 10; i++) this.pair('pilot')
    for (let i = 0; i < traffic / 40; i++) this.pair('rescue')
    for (let i = 0; i < traffic / 10; i++) this.pair('lightering')
    for (let i = 0; i < traffic / 20; i++) this.barge()
    for (let i = 0; i < traffic / 10; i++) this.convoy()
    for (let i = 0; i < transfers; i++) this.transfer()
    return { ships: this.ships, labels: this.labels, listed: this.listed }
  }

  private port(): Port {
    return this.random.pick(this.theatre.ports)
  }

  /** A place at sea: in a watch area or anywhere, away from ports. */
  private sea(area?: Area): Place {
    const { random } = this
    const [south, west, north, east] = this.theatre.box
    const ring = area?.polygons[0]?.[0]
    const [low, left, high, right] = ring ? boxOf(ring) : [south, west, north, east]
    for (;;) {
      const place = { lat: random.between(low, high), lon: random.between(left, right) }
      if (ring && !isInside(ring, place.lat, place.lon)) continue
      const cosine = cosineOf(place.lat)
      // Apart from other meetings, so that what lies together is what the labels say.
      if (
        this.labels.some((label) => planeMetres(place.lat, place.lon, label.lat, label.lon, cosine) < 15_000)
      )
        continue
      if (
        this.theatre.ports.every(
          ({ lat, lon }) => planeMetres(place.lat, place.lon, lat, lon, cosine) > 45_000,
        )
      )
        return place
    }
  }

  private soon(lastHours: number): Instant {
    return (
      this.options.start + this.random.between(0, Math.max(1, (this.options.days * 24 - lastHours) * hourMs))
    )
  }

  /** A true IMO number of its own. */
  private imo(): string {
    const six = String(this.random.whole(900_000, 999_999))
    const check = [...six].reduce((sum, digit, at) => sum + Number(digit) * (7 - at), 0) % 10
    const imo = `${six}${check}`
    if (this.imos.has(imo)) return this.imo()
    this.imos.add(imo)
    return imo
  }

  private add(
    waypoints: readonly Waypoint[],
    state: Partial<Statement>,
    more: Partial<SimulatedShip> = {},
  ): SimulatedShip {
    const number = this.ships.length + 1
    const first: Statement = {
      from: 0,
      mmsi: this.random.pick([412, 440, 351, 636, 477, 563, 273, 431]) * 1_000_000 + number,
      name: `SIM ${number}`,
      ...state,
    }
    const ship: SimulatedShip = {
      number,
      plan: new VoyagePlan(waypoints),
      states: [first],
      isClassB: false,
      silent: [],
      swingM: 0,
      ...more,
    }
    this.ships.push(ship)
    return ship
  }

  /** From port to port, and on, with a tenth that waits at sea for a berth. */
  private lane(): void {
    const { random } = this
    const places: (Place & { stopHours?: number })[] = []
    for (let i = 0; i < 1 + Math.ceil(this.options.days / 2); i++) {
      if (random.chance(0.1)) places.push({ ...this.sea(), stopHours: random.between(5, 20) })
      const { lat, lon } = this.port()
      places.push({
        lat: lat + random.between(-0.01, 0.01),
        lon: lon + random.between(-0.01, 0.01),
        stopHours: random.between(8, 30),
      })
    }
    const shipClass = random.pick<ShipClass>(['cargo', 'cargo', 'tanker', 'passenger'])
    const plan = sail(this.options.start - random.between(0, 24) * hourMs, places, random.between(9, 17))
    const lengthM = Math.round(random.between(70, 250))
    this.add(
      plan,
      { imo: this.imo(), shipClass, lengthM, draughtM: Math.round(random.between(40, 120)) / 10 },
      { swingM: 60 },
    )
  }

  /** Two that lawfully lie or work beside each other. */
  private pair(kind: 'fishing' | 'tug' | 'pilot' | 'rescue' | 'lightering'): void {
    const { random } = this
    const area =
      kind === 'lightering'
        ? random.pick(this.theatre.areas.filter((one) => one.kind === 'lawful'))
        : undefined
    const place = area
      ? this.inside(area)
      : kind === 'pilot' || kind === 'tug'
        ? this.near(this.port(), 0.12, 0.3)
        : this.sea()
    const hours = kind === 'pilot' ? random.between(0.5, 3) : random.between(2.5, 12)
    const classes: Record<typeof kind, readonly [ShipClass, ShipClass]> = {
      fishing: ['fishing', 'fishing'],
      tug: ['tug', random.pick<ShipClass>(['tanker', 'cargo'])],
      pilot: ['pilot', random.pick<ShipClass>(['tanker', 'cargo'])],
      rescue: ['rescue', random.pick<ShipClass>(['cargo', 'fishing'])],
      lightering: ['tanker', 'tanker'],
    }
    const small = {
      fishing: [20, 45],
      tug: [20, 40],
      pilot: [10, 20],
      rescue: [30, 90],
      lightering: [150, 250],
    }[kind] as [number, number]
    this.meet(kind, place, hours, [
      { shipClass: classes[kind][0], lengthM: Math.round(random.between(...small)) },
      {
        shipClass: classes[kind][1],
        lengthM:
          kind === 'fishing' ? Math.round(random.between(...small)) : Math.round(random.between(80, 250)),
        imo: this.imo(),
      },
    ])
  }

  private near({ lat, lon }: Place, low: number, high: number): Place {
    const angle = this.random.between(0, 2 * Math.PI)
    const far = this.random.between(low, high)
    return { lat: lat + far * Math.sin(angle), lon: lon + far * Math.cos(angle) }
  }

  private inside(area: Area): Place {
    const ring = area.polygons[0]![0]!
    const lats = ring.map(([, lat]) => lat)
    const lons = ring.map(([lon]) => lon)
    return {
      lat: this.random.between(
        Math.min(...lats) * 0.9 + Math.max(...lats) * 0.1,
        Math.min(...lats) * 0.1 + Math.max(...lats) * 0.9,
      ),
      lon: this.random.between(
        Math.min(...lons) * 0.9 + Math.max(...lons) * 0.1,
        Math.min(...lons) * 0.1 + Math.max(...lons) * 0.9,
      ),
    }
  }

  /** Sends two ships to a place, lets them lie there together, and sends them off. */
  private meet(
    kind: SeaLabel['kind'],
    place: Place,
    hours: number,
    states: readonly [Partial<Statement>, Partial<Statement>],
    more: {
      readonly start?: Instant
      readonly label?: Partial<SeaLabel>
      readonly silent?: (start: Instant, end: Instant) => (readonly [Instant, Instant])[]
    } = {},
  ): { ships: [SimulatedShip, SimulatedShip]; start: Instant; end: Instant } {
    const { random } = this
    const start = more.start ?? this.soon(hours + 24) + 12 * hourMs
    const end = start + hours * hourMs
    const apart = random.between(30, 250) / 111_195
    const ships = states.map((state, i) => {
      const from = this.near(place, 0.5, 1.5)
      const to = this.near(place, 0.5, 1.5)
      const knots = random.between(8, 13)
      const lat = place.lat + i * apart
      const before = start - (i === 0 ? random.between(0, 3) : 0) * hourMs
      const waypoints = [
        { time: before - sailMs(from, { lat, lon: place.lon }, knots), ...from },
        { time: before, lat, lon: place.lon },
        { time: end, lat, lon: place.lon },
        { time: end + sailMs({ lat, lon: place.lon }, to, knots), ...to },
      ]
      return this.add(
        waypoints,
        { draughtM: Math.round(random.between(40, 90)) / 10, ...state },
        {
          swingM: random.between(40, 150),
          ...(i === 1 && more.silent && { silent: more.silent(start, end) }),
        },
      )
    }) as [SimulatedShip, SimulatedShip]
    // Both swing as one: they are fast to each other.
    const swingM = ships[0].swingM
    this.ships[ships[1].number - 1] = { ...ships[1], swingM }
    ships[1] = this.ships[ships[1].number - 1]!
    this.labels.push({
      kind,
      ships: [ships[0].number, ships[1].number],
      mmsis: [ships[0].states[0]!.mmsi, ships[1].states[0]!.mmsi],
      start,
      end,
      ...place,
      traits: [],
      ...more.label,
    })
    return { ships, start, end }
  }

  /** A bunker barge that goes from ship to ship off a port. */
  private barge(): void {
    const { random } = this
    const port = this.port()
    const home = { lat: port.lat, lon: port.lon }
    let time = this.options.start + random.between(1, 10) * hourMs
    const waypoints: Waypoint[] = [{ time: this.options.start, ...home }]
    const visits: { place: Place; start: Instant; end: Instant }[] = []
    while (time < this.end - 24 * hourMs) {
      const place = this.near(home, 0.12, 0.25)
      const from = waypoints.at(-1)!
      waypoints.push({ time, lat: from.lat, lon: from.lon })
      const start = time + sailMs(from, place, 8)
      const end = start + random.between(2.5, 6) * hourMs
      waypoints.push({ time: start, ...place }, { time: end, ...place })
      visits.push({ place, start, end })
      time = end + random.between(2, 12) * hourMs
    }
    const barge = this.add(waypoints, {
      shipClass: 'tanker',
      lengthM: Math.round(random.between(45, 78)),
      imo: this.imo(),
    })
    for (const { place, start, end } of visits) {
      const lat = place.lat + random.between(30, 120) / 111_195
      const from = this.near(place, 0.5, 1.2)
      const client = this.add(
        [
          { time: start - 4 * hourMs - sailMs(from, place, 11), ...from },
          { time: start - 4 * hourMs, lat, lon: place.lon },
          { time: end + 2 * hourMs, lat, lon: place.lon },
          { time: end + 2 * hourMs + sailMs(place, from, 11), ...from },
        ],
        {
          shipClass: random.pick<ShipClass>(['cargo', 'cargo', 'tanker']),
          lengthM: Math.round(random.between(120, 250)),
          imo: this.imo(),
        },
      )
      this.labels.push({
        kind: 'bunkering',
        ships: [barge.number, client.number],
        mmsis: [barge.states[0]!.mmsi, client.states[0]!.mmsi],
        start,
        end,
        ...place,
        traits: [],
      })
    }
  }

  /** Two that steam side by side, which is no meeting. */
  private convoy(): void {
    const { random } = this
    const [from, to] = [this.sea(), this.sea()]
    const start = this.soon(48)
    const knots = random.between(8, 12)
    for (const offset of [0, 0.003])
      this.add(
        sail(
          start,
          [
            { lat: from.lat + offset, lon: from.lon },
            { lat: to.lat + offset, lon: to.lon },
          ],
          knots,
        ),
        { shipClass: 'cargo', lengthM: 120, imo: this.imo() },
      )
  }

  /** A transfer, with what is done to hide it. */
  private transfer(): void {
    const { random, options } = this
    const area = random.pick(this.theatre.areas.filter((one) => one.kind === 'watch'))
    const place = this.sea(area)
    const easy = options.difficulty === 'easy'
    const hours = easy
      ? random.between(5, 14)
      : options.difficulty === 'default'
        ? random.between(3.5, 12)
        : random.between(2.2, 8)
    const traits: string[] = []
    const isListed = easy || random.chance(0.5)
    const imo = this.imo()
    const first: Partial<Statement> = {
      shipClass: 'tanker',
      lengthM: Math.round(random.between(60, 120)),
      draughtM: 4.2,
    }
    const second: Partial<Statement> = {
      shipClass: 'tanker',
      lengthM: Math.round(random.between(80, 140)),
      draughtM: 7.1,
      imo: this.imo(),
    }
    if (isListed) {
      traits.push('listed')
      this.listed.push(knownShip(imo, this.listed.length))
    } else if (random.chance(0.4)) traits.push('false-imo')
    if (!isListed || random.chance(0.4)) traits.push('draught')
    const isDark = options.difficulty === 'hard' && random.chance(0.5)
    if (isDark) traits.push('dark')
    else if (!easy && random.chance(0.4)) traits.push('gap')
    const stated = traits.includes('false-imo') ? `${imo.slice(0, 6)}${(Number(imo[6]) + 3) % 10}` : imo
    const { ships, end } = this.meet('transfer', place, hours, [second, { ...first, imo: stated }], {
      label: { difficulty: options.difficulty, traits },
      silent: (start, finish) => {
        if (isDark) return [[start - 5 * hourMs, finish + 5 * hourMs]]
        // Silent for part of it: on the way off, or in the middle.
        if (!traits.includes('gap')) return []
        return random.chance(0.5)
          ? [[finish, finish + 9 * hourMs]]
          : [[start + 1 * hourMs, start + 2.5 * hourMs]]
      },
    })
    if (!traits.includes('draught')) return
    for (const [i, change] of [-1.2, 1.2].entries()) {
      const ship = ships[i]!
      const state = ship.states[0]!
      const after = {
        ...state,
        from: end + 0.5 * hourMs,
        draughtM: Math.round((state.draughtM! + change) * 10) / 10,
      }
      this.ships[ship.number - 1] = { ...this.ships[ship.number - 1]!, states: [state, after] }
    }
  }
}

function boxOf(ring: readonly (readonly [number, number])[]): [number, number, number, number] {
  const lons = ring.map(([lon]) => lon)
  const lats = ring.map(([, lat]) => lat)
  return [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)]
}

function sailMs(from: Place, to: Place, knots: number): number {
  const dLat = (to.lat - from.lat) * 60
  const dLon = (to.lon - from.lon) * 60 * cosineOf((from.lat + to.lat) / 2)
  return (Math.hypot(dLat, dLon) / knots) * hourMs
}

function knownShip(imo: string, number: number): KnownShip {
  return {
    ref: { kind: 'entity', id: `sim-listed-${number + 1}`, label: `LISTED ${number + 1}` },
    names: [`LISTED ${number + 1}`],
    imo,
    mmsis: [],
    callSigns: [],
    flags: [],
    listed: true,
    source: 'simulator',
    owners: [],
  }
}
