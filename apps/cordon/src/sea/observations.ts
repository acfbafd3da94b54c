import type { Bytes, Reject } from '@cordon/formats'
import {
  AisDecoder,
  type AisRecord,
  readPositionCsv,
  type SeaObservation,
  saidByMessage,
  saidByReport,
} from '@cordon/maritime'
import type { Instant } from '@cordon/model'
import { type ReadSeaOptions, recognise } from './read-sea.ts'

/** Observations of an input, in the order in which they stand there however it is cut. */
export interface ObservationBatch {
  readonly observations: readonly SeaObservation[]
  readonly rejects: readonly Reject[]
}

/** Reads sentences or CSV as observations, one by one: for the watch, which must be able to go on at any of them. */
export async function* readObservations(
  bytes: Bytes,
  options: ReadSeaOptions = {},
): AsyncGenerator<ObservationBatch, void, undefined> {
  const { isSentences, whole } = await recognise(bytes)
  yield* isSentences ? ofSentences(whole, options) : ofRows(whole, options)
}

async function* ofRows(
  bytes: Bytes,
  { csv }: ReadSeaOptions,
): AsyncGenerator<ObservationBatch, void, undefined> {
  for await (const { positions, ships, rejects } of readPositionCsv(bytes, csv)) {
    const { length, mmsi, time, lat, lon, sog, cog } = positions
    const observations: SeaObservation[] = ships.flatMap((report) => {
      const said = saidByReport(report)
      return said ? [{ kind: 'static' as const, ...said }] : []
    })
    for (let i = 0; i < length; i++)
      observations.push(positionSeen(mmsi[i]!, time[i]!, lat[i]!, lon[i]!, sog[i]!, cog[i]!))
    yield { observations, rejects }
  }
}

async function* ofSentences(
  bytes: Bytes,
  { clock }: ReadSeaOptions,
): AsyncGenerator<ObservationBatch, void, undefined> {
  const decoder = new AisDecoder()
  let last: Instant = Number.NaN
  const batchOf = ({ records, rejects }: ReturnType<AisDecoder['push']>): ObservationBatch => {
    const lost: Reject[] = [...rejects]
    const observations = records.flatMap((record) => {
      if (record.time !== undefined) last = record.time
      const time = record.time ?? clock?.() ?? last
      if (!Number.isNaN(time)) return seenIn(record, time)
      lost.push({
        where: `line ${record.line}`,
        reason: 'no time: neither the line nor one before it has one',
        excerpt: `type ${record.message.type}`,
      })
      return []
    })
    return { observations, rejects: lost }
  }
  for await (const chunk of bytes) yield batchOf(decoder.push(chunk))
  yield batchOf(decoder.end())
}

const positionTypes = new Set([1, 2, 3, 9, 18, 19, 27])

function seenIn({ message }: AisRecord, time: Instant): SeaObservation[] {
  const { type, mmsi, lat, lon, speed, course } = message
  const seen: SeaObservation[] = []
  const said = saidByMessage(message, time)
  if (said) seen.push({ kind: 'static', ...said })
  if (positionTypes.has(type) && typeof lat === 'number' && typeof lon === 'number')
    seen.push(
      positionSeen(
        mmsi,
        time,
        lat,
        lon,
        typeof speed === 'number' ? speed : Number.NaN,
        typeof course === 'number' ? course : Number.NaN,
      ),
    )
  return seen
}

function positionSeen(
  mmsi: number,
  time: Instant,
  lat: number,
  lon: number,
  sog: number,
  cog: number,
): SeaObservation {
  return {
    kind: 'position',
    mmsi,
    time,
    lat,
    lon,
    ...(!Number.isNaN(sog) && { sog }),
    ...(!Number.isNaN(cog) && { cog }),
  }
}
