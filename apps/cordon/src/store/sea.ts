import type { SeaEvent, ShipRecord, SightingResult } from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import type pg from 'pg'

/** A piece of a thinned track. */
export interface TrackPiece {
  readonly mmsi: number
  readonly from: Instant
  readonly until: Instant
  /** Triples: seconds since 1970, latitude and longitude in millionths of a degree. */
  readonly points: Int32Array
}

/** What a step of the watch adds to the sea that is shown. */
export interface SeaAddition {
  readonly pieces: readonly TrackPiece[]
  readonly events: readonly SeaEvent[]
  readonly sightings: readonly SightingResult[]
  readonly ships: readonly ShipRecord[]
}

/** An event or a sighting as it is kept. */
export interface KeptEvent {
  readonly id: string
  readonly kind: string
  readonly mmsi: number
  readonly start: Instant
  readonly end: Instant
  readonly other?: unknown
}

/** A ship around a time: its points next to it, and what class it says it is of. */
export interface FleetPiece extends TrackPiece {
  readonly class: string | null
}

/** What there is. */
export interface SeaSummary {
  readonly ships: number
  readonly events: number
  readonly from?: Instant
  readonly until?: Instant
}

/** Which events are asked for. */
export interface SeaEventQuery {
  readonly from?: Instant
  readonly until?: Instant
  readonly kinds?: readonly string[]
  readonly mmsi?: number
  /** Those of these ships, and all sightings. */
  readonly ships?: readonly number[]
  readonly limit: number
}

/** The sea as it is shown: derived from positions, and added to by the watch. Adding the same again changes nothing. */
export interface SeaStore {
  add(addition: SeaAddition): Promise<void>
  summary(): Promise<SeaSummary>
  /** Pieces that touch a span of time, by ship and time; of these ships, or of all. */
  pieces(from: Instant, until: Instant, ships?: readonly number[]): Promise<TrackPiece[]>
  /**
   * Of each ship that was heard in the twelve hours before a time, the points next to it: two before and one after, where kept.
   * Of a long piece that goes on past the time only its middle is looked at, so that they may be some positions off.
   */
  fleet(at: Instant): Promise<FleetPiece[]>
  /** The latest first. */
  events(query: SeaEventQuery): Promise<KeptEvent[]>
  vessel(mmsi: number): Promise<ShipRecord | undefined>
  /** Name and class of ships, by number; all of them where none are named. */
  names(mmsis?: readonly number[]): Promise<{ mmsi: number; name: string | null; class: string | null }[]>
}

type InTransaction = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>

/** The sea of a store. */
export function seaStore(pool: pg.Pool, transaction: InTransaction): SeaStore {
  return {
    add: (addition) =>
      transaction(async (client) => {
        await addPieces(client, addition.pieces)
        await addEvents(client, [...addition.events, ...addition.sightings.map(sightingEvent)])
        await addShips(client, addition.ships)
      }),
    async summary() {
      const { rows } = await pool.query<{
        ships: number
        events: number
        from_at: number | null
        until_at: number | null
      }>(
        `select (select count(distinct mmsi) from sea_track)::int as ships, (select count(*) from sea_event)::int as events,
          (select min(from_at) from sea_track) as from_at, (select max(until_at) from sea_track) as until_at`,
      )
      const { ships, events, from_at, until_at } = rows[0]!
      return {
        ships,
        events,
        ...(from_at !== null && { from: Number(from_at) }),
        ...(until_at !== null && { until: Number(until_at) }),
      }
    },
    async pieces(from, until, ships) {
      const those = ships === undefined ? '' : 'and mmsi = any($3::bigint[])'
      const { rows } = await pool.query<{ packed: Buffer }>(
        `select ${packed} as packed from sea_track where until_at >= $1 and from_at <= $2 ${those} order by mmsi, from_at`,
        [from, until, ...(ships === undefined ? [] : [ships])],
      )
      return rows.map((row) => unpacked(row.packed))
    },
    async fleet(at) {
      const { rows } = await pool.query<{ packed: Buffer; class: string | null }>(fleetQuery, [
        Math.round(at),
        Math.round(at - heardWithinMs),
      ])
      return rows.map((row) => {
        const piece = unpacked(row.packed)
        return { ...piece, points: pointsAround(piece.points, at), class: row.class }
      })
    },
    events: (query) => queryEvents(pool, query),
    async vessel(mmsi) {
      const { rows } = await pool.query<{ body: ShipRecord }>('select body from sea_vessel where mmsi = $1', [
        mmsi,
      ])
      return rows[0]?.body
    },
    async names(mmsis) {
      const { rows } = await pool.query<{ mmsi: number; name: string | null; class: string | null }>(
        `select mmsi, name, class from sea_vessel ${mmsis ? 'where mmsi = any($1)' : ''} order by mmsi`,
        mmsis ? [mmsis] : [],
      )
      return rows.map((row) => ({ ...row, mmsi: Number(row.mmsi) }))
    },
  }
}

/** A piece as one value: there are as many as ships, and the driver takes far longer for numbers in columns than for bytes. */
const packed = 'int8send(mmsi) || int8send(from_at) || int8send(until_at) || points'

function unpacked(bytes: Buffer): TrackPiece {
  const number = (at: number) => bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4)
  const points = new Uint8Array(bytes.length - 24)
  points.set(bytes.subarray(24))
  return { mmsi: number(0), from: number(8), until: number(16), points: new Int32Array(points.buffer) }
}

/** Ships that are silent for longer are not shown. */
export const heardWithinMs = 12 * 3_600_000

/** The latest piece of each ship. Points are 12 bytes each; of one that goes on, eight on each side of where the time should lie. */
const fleetQuery = `
  select ${packed} as packed, class
  from (
    select distinct on (mmsi) mmsi, from_at, until_at, case
      when until_at <= $1 then substring(points from greatest(1, octet_length(points) - 23))
      else substring(points from 1 + 12 * greatest(0, floor(octet_length(points) / 12
        * ($1::float8 - from_at) / greatest(1, until_at - from_at))::int - 8) for 192)
      end as points
    from sea_track where until_at >= $2 and from_at <= $1
    order by mmsi, from_at desc
  ) latest left join sea_vessel using (mmsi)
  order by mmsi`

/** Of points in order of time, the two before a time and the one after. */
export function pointsAround(points: Int32Array, at: Instant): Int32Array {
  let after = 0
  while (after < points.length && points[after]! * 1000 <= at) after += 3
  return points.slice(Math.max(0, after - 6), after + 3)
}

async function addPieces(client: pg.ClientBase, pieces: readonly TrackPiece[]): Promise<void> {
  if (pieces.length === 0) return
  await client.query(
    `insert into sea_track (mmsi, from_at, until_at, points)
      select * from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bytea[])
      on conflict (mmsi, from_at) do update set until_at = excluded.until_at, points = excluded.points
      where excluded.until_at >= sea_track.until_at`,
    [
      pieces.map(({ mmsi }) => mmsi),
      pieces.map(({ from }) => from),
      pieces.map(({ until }) => until),
      pieces.map(({ points }) => Buffer.from(points.buffer, points.byteOffset, points.byteLength)),
    ],
  )
}

async function addEvents(client: pg.ClientBase, events: readonly KeptEvent[]): Promise<void> {
  // Of one id the last state counts, and an insert may name an id but once.
  const last = [...new Map(events.map((event) => [event.id, event])).values()]
  if (last.length === 0) return
  await client.query(
    `insert into sea_event (id, kind, mmsi, other, start_at, end_at, body)
      select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::json[])
      on conflict (id) do update set start_at = excluded.start_at, end_at = excluded.end_at, body = excluded.body`,
    [
      last.map(({ id }) => id),
      last.map(({ kind }) => kind),
      last.map(({ mmsi }) => mmsi),
      last.map(({ other }) => (typeof other === 'number' ? other : null)),
      last.map(({ start }) => Math.round(start)),
      last.map(({ end }) => Math.round(end)),
      last.map((event) => JSON.stringify(event)),
    ],
  )
}

async function addShips(client: pg.ClientBase, ships: readonly ShipRecord[]): Promise<void> {
  const last = [...new Map(ships.map((ship) => [ship.mmsi, ship])).values()]
  if (last.length === 0) return
  await client.query(
    `insert into sea_vessel (mmsi, name, class, seen_at, body)
      select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::json[])
      on conflict (mmsi) do update set name = excluded.name, class = excluded.class, seen_at = excluded.seen_at, body = excluded.body`,
    [
      last.map(({ mmsi }) => mmsi),
      last.map(({ name }) => name ?? null),
      last.map(({ shipClass }) => shipClass ?? null),
      last.map(({ spans }) => Math.round(spans.at(-1)?.until ?? 0)),
      last.map((ship) => JSON.stringify(ship)),
    ],
  )
}

/** A sighting with its answer, beside the events. `mmsi` is that of the likeliest ship, 0 for none. */
export function sightingEvent({
  sighting,
  matches,
  dark,
  beside,
}: SightingResult): KeptEvent & Record<string, unknown> {
  const { id, time, ...rest } = sighting
  const best = matches[0]
  return {
    ...rest,
    id: `sighting-${id}`,
    kind: 'sighting',
    state: 'closed',
    mmsi: best && best.probability >= 0.5 ? best.mmsi : 0,
    start: time,
    end: time,
    sighting: id,
    matches,
    dark,
    beside,
  }
}

async function queryEvents(
  pool: pg.Pool,
  { from, until, kinds, mmsi, ships, limit }: SeaEventQuery,
): Promise<KeptEvent[]> {
  const conditions: string[] = []
  const values: unknown[] = []
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value)
    conditions.push(condition(`$${values.length}`))
  }
  if (from !== undefined) add((place) => `end_at >= ${place}`, from)
  if (until !== undefined) add((place) => `start_at <= ${place}`, until)
  if (kinds !== undefined) add((place) => `kind = any(${place})`, kinds)
  if (mmsi !== undefined) add((place) => `(mmsi = ${place} or other = ${place})`, mmsi)
  if (ships !== undefined)
    add(
      (place) => `(mmsi = any(${place}::bigint[]) or other = any(${place}::bigint[]) or kind = 'sighting')`,
      ships,
    )
  values.push(limit)
  const { rows } = await pool.query<{ body: KeptEvent }>(
    `select body from sea_event ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by start_at desc, id limit $${values.length}`,
    values,
  )
  return rows.map(({ body }) => body)
}
