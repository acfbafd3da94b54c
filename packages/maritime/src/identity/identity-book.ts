import type { Instant } from '@cordon/model'
import { oldestTenth } from '../oldest.ts'
import type { ShipClass } from './ship-class.ts'
import type { ShipSaid } from './ship-said.ts'

/** One identity that a number stated, and from when to when. */
export interface IdentitySpan {
  readonly from: Instant
  until: Instant
  readonly imo?: string
  readonly name?: string
  readonly callSign?: string
  readonly shipClass?: ShipClass
  readonly lengthM?: number
}

/** What one MMSI states. Plain data. */
export interface ShipRecord {
  readonly mmsi: number
  imo?: string
  name?: string
  callSign?: string
  shipClass?: ShipClass
  lengthM?: number
  beamM?: number
  destination?: string
  draught?: { readonly metres: number; readonly time: Instant }
  /** Identities, the present one last; at most 20. */
  readonly spans: IdentitySpan[]
}

const mostSpans = 20
const fields = ['imo', 'name', 'callSign', 'shipClass', 'lengthM', 'beamM', 'destination'] as const

/** What each number states and stated: identities over time, and the numbers that one IMO number was seen under. */
export class IdentityBook {
  private readonly records = new Map<number, ShipRecord>()
  private readonly numbersOfImo = new Map<string, number[]>()
  private readonly numbersOfName = new Map<string, number[]>()
  private readonly most: number

  /** @param most numbers remembered; beyond it those that said something least recently are forgotten */
  constructor(most = 500_000) {
    this.most = most
  }

  /** What a number states; undefined where it stated nothing. */
  get(mmsi: number): ShipRecord | undefined {
    return this.records.get(mmsi)
  }

  /** Whether what two numbers state can't be one ship: lengths or classes that don't agree. */
  areOthers(a: number, b: number): boolean {
    const one = this.records.get(a)
    const other = this.records.get(b)
    if (one === undefined || other === undefined) return false
    if (one.lengthM !== undefined && other.lengthM !== undefined)
      if (Math.abs(one.lengthM - other.lengthM) > Math.max(10, one.lengthM / 6)) return true
    return one.shipClass !== undefined && other.shipClass !== undefined && one.shipClass !== other.shipClass
  }

  /** Numbers under which an IMO number was seen, in the order in which they first stated it. */
  numbers(imo: string): readonly number[] {
    return this.numbersOfImo.get(imo) ?? []
  }

  /** Numbers that state or stated a name. */
  named(name: string): readonly number[] {
    return this.numbersOfName.get(name) ?? []
  }

  /** All records. */
  all(): Iterable<ShipRecord> {
    return this.records.values()
  }

  /** Takes a report. Returns the record as it now is. */
  add(said: ShipSaid): ShipRecord {
    const known = this.records.get(said.mmsi)
    const record: ShipRecord = known ?? { mmsi: said.mmsi, spans: [] }
    if (known === undefined || this.records.size * 2 > this.most) this.touch(record)
    for (const field of fields) if (said[field] !== undefined) record[field] = said[field] as never
    if (said.draughtM !== undefined) record.draught = { metres: said.draughtM, time: said.time }
    this.span(record, said.time)
    if (said.imo !== undefined) note(this.numbersOfImo, said.imo, said.mmsi)
    if (said.name !== undefined) note(this.numbersOfName, said.name, said.mmsi)
    return record
  }

  private touch(record: ShipRecord): void {
    this.records.delete(record.mmsi)
    this.records.set(record.mmsi, record)
    if (this.records.size <= this.most) return
    for (const oldest of oldestTenth(this.records)) this.forget(this.records.get(oldest)!)
  }

  private forget(record: ShipRecord): void {
    this.records.delete(record.mmsi)
    for (const { imo, name } of record.spans) {
      if (imo !== undefined) strike(this.numbersOfImo, imo, record.mmsi)
      if (name !== undefined) strike(this.numbersOfName, name, record.mmsi)
    }
  }

  private span(record: ShipRecord, time: Instant): void {
    const last = record.spans.at(-1)
    const { imo, name, callSign, shipClass, lengthM } = record
    if (
      last !== undefined &&
      fits(last.imo, imo) &&
      fits(last.name, name) &&
      fits(last.callSign, callSign) &&
      fits(last.shipClass, shipClass) &&
      fits(last.lengthM, lengthM)
    ) {
      const filled = { ...last, imo, name, callSign, shipClass, lengthM, until: Math.max(last.until, time) }
      record.spans[record.spans.length - 1] = present(filled)
      return
    }
    record.spans.push(present({ from: time, until: time, imo, name, callSign, shipClass, lengthM }))
    if (record.spans.length > mostSpans) record.spans.shift()
  }

  /** Plain data. */
  snapshot(): unknown {
    return [...this.records.values()].map((record) => ({
      ...record,
      spans: record.spans.map((s) => ({ ...s })),
    }))
  }

  /** Resumes from a snapshot. */
  restore(saved: unknown): void {
    this.records.clear()
    this.numbersOfImo.clear()
    this.numbersOfName.clear()
    for (const record of structuredClone(saved) as ShipRecord[]) {
      this.records.set(record.mmsi, record)
      for (const { imo, name } of record.spans) {
        if (imo !== undefined) note(this.numbersOfImo, imo, record.mmsi)
        if (name !== undefined) note(this.numbersOfName, name, record.mmsi)
      }
    }
  }
}

/** What was not said before may be filled in. */
function fits(before: unknown, now: unknown): boolean {
  return before === undefined || before === now
}

function present(span: { [K in keyof IdentitySpan]: IdentitySpan[K] | undefined }): IdentitySpan {
  return Object.fromEntries(
    Object.entries(span).filter(([, value]) => value !== undefined),
  ) as unknown as IdentitySpan
}

const mostNumbers = 50

function note(index: Map<string, number[]>, key: string, mmsi: number): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [mmsi])
  else if (!known.includes(mmsi) && known.length < mostNumbers) known.push(mmsi)
}

function strike(index: Map<string, number[]>, key: string, mmsi: number): void {
  const left = (index.get(key) ?? []).filter((one) => one !== mmsi)
  if (left.length === 0) index.delete(key)
  else index.set(key, left)
}
