import type { Reject } from '@cordon/formats'
import { type PositionBatch, PositionColumns } from '../positions/position-batch.ts'
import { readInt, readUint } from './bits.ts'
import { type AisCounts, count } from './counts.ts'
import { type AisMessage, decodeMessage, tooShort } from './decode.ts'
import type { Field } from './field.ts'
import { messageTables } from './messages.ts'
import { type Heard, type SentenceLimits, SentenceReader } from './sentence-reader.ts'

/** What ships say of themselves: types 5, 19 and 24. */
export interface StaticReport {
  /** Receiver's time, UTC milliseconds; NaN for none. */
  readonly time: number
  readonly source: number
  readonly message: AisMessage
}

/** What a chunk of sentences held. */
export interface PositionsRead {
  readonly positions: PositionBatch
  readonly statics: readonly StaticReport[]
  readonly rejects: readonly Reject[]
}

/** Where a position report has its fields. */
interface Plan {
  readonly least: number
  readonly lon: Field
  readonly lat: Field
  readonly speed: Field
  readonly course: Field
  readonly heading: Field | undefined
  readonly status: Field | undefined
}

const plans = messageTables.map((_, type) =>
  [1, 2, 3, 9, 18, 19, 27].includes(type) ? planOf(type) : undefined,
)
const staticTypes = [5, 19, 24]

function planOf(type: number): Plan {
  const { fields, bits } = messageTables[type]!
  const named = (name: string) => fields.find((field) => field.name === name)
  return {
    least: bits[0],
    lon: named('lon')!,
    lat: named('lat')!,
    speed: named('speed')!,
    course: named('course')!,
    heading: named('heading'),
    status: named('status'),
  }
}

/**
 * Reads position reports into columns, straight from the bytes: no string and no object is made for one. Static reports
 * come beside them as messages; other types are checked for their length and counted.
 */
export class PositionDecoder {
  private readonly reader: SentenceReader
  private readonly columns = new PositionColumns()
  private statics: StaticReport[] = []

  constructor(limits: SentenceLimits = {}) {
    this.reader = new SentenceReader((six, bits, heard) => this.take(six, bits, heard), limits)
  }

  /** The account so far. Reports without a place are messages too. */
  get counts(): AisCounts {
    return this.reader.counts
  }

  /** Names of receivers by the numbers in the columns. */
  get sources(): readonly string[] {
    return this.reader.sources.names
  }

  /** What these bytes complete. */
  push(chunk: Uint8Array): PositionsRead {
    this.reader.push(chunk)
    return this.read()
  }

  /** Ends the input. */
  end(): PositionsRead {
    this.reader.end()
    return this.read()
  }

  private read(): PositionsRead {
    const { statics } = this
    this.statics = []
    return { positions: this.columns.take(), statics, rejects: this.reader.takeRejects() }
  }

  private take(six: Uint8Array, bits: number, heard: Heard): string | undefined {
    const type = six[0]!
    const plan = plans[type]
    if (plan !== undefined) {
      if (bits < plan.least) return tooShort(type, bits, plan.least)
      this.position(six, type, plan, heard)
      if (type !== 19) return undefined
    }
    return this.report(six, bits, type, heard)
  }

  private position(six: Uint8Array, type: number, plan: Plan, heard: Heard): void {
    const lon = readInt(six, plan.lon.at, plan.lon.width)
    const lat = readInt(six, plan.lat.at, plan.lat.width)
    const width = plan.lon.most
    const height = plan.lat.most
    if (lon < -width || lon > width || lat < -height || lat > height) {
      if (lon !== plan.lon.na || lat !== plan.lat.na) count(this.reader.counts.outOfRange, 'lon, lat')
      return
    }
    const { columns } = this
    const row = columns.next()
    columns.mmsi[row] = readUint(six, 8, 30)
    columns.time[row] = heard.time
    columns.source[row] = heard.source
    columns.type[row] = type
    columns.lon[row] = lon / plan.lon.per
    columns.lat[row] = lat / plan.lat.per
    columns.sog[row] = number(six, plan.speed)
    columns.cog[row] = number(six, plan.course)
    columns.heading[row] = plan.heading === undefined ? Number.NaN : number(six, plan.heading)
    columns.status[row] = plan.status === undefined ? -1 : statusOf(readUint(six, plan.status.at, 4))
  }

  private report(six: Uint8Array, bits: number, type: number, heard: Heard): string | undefined {
    const table = messageTables[type]
    if (table !== undefined && bits >= table.bits[0] && !staticTypes.includes(type)) return undefined
    const message = decodeMessage(six, bits)
    if (typeof message === 'string') return message
    this.statics.push({ time: heard.time, source: heard.source, message })
    return undefined
  }
}

function statusOf(raw: number): number {
  return raw === 15 ? -1 : raw
}

function number(six: Uint8Array, field: Field): number {
  const raw = readUint(six, field.at, field.width)
  return raw === field.na || raw > field.most ? Number.NaN : raw / field.per
}
