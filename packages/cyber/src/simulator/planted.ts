import type { Instant } from '@cordon/model'
import type { SimulatedLine } from './simulated-log.ts'
import {
  type AccessFields,
  accessLine,
  auditdLine,
  cloudtrailLine,
  oktaLine,
  statedLine,
  type WindowsChannel,
  windowsLine,
  zeekLine,
} from './write-lines.ts'

type Fields = Readonly<Record<string, unknown>>

interface Repeated {
  readonly at: Instant
  /** The same again: `{i}` in any text is the number of the repetition, from 0. */
  readonly repeat?: { readonly count: number; readonly everySeconds: number }
}

/** A record of the operation, as data: what was logged, where and when. */
export type PlantedRecord = Repeated &
  (
    | { readonly log: WindowsChannel; readonly host: string; readonly event: number; readonly data: Fields }
    | {
        readonly log: 'auditd'
        readonly host: string
        readonly args: readonly string[]
        readonly exe?: string
        readonly user?: number
        readonly folder?: string
      }
    | { readonly log: 'cloudtrail'; readonly data: Fields }
    | { readonly log: 'zeek-conn' | 'zeek-dns' | 'zeek-http'; readonly data: Fields }
    | ({ readonly log: 'access' } & AccessFields)
    | {
        readonly log: 'okta'
        readonly account: string
        readonly address: string
        readonly place: readonly [number, number]
      }
    | { readonly log: 'stated'; readonly source: Fields; readonly data: Fields }
  )

/** The lines of planted records; no chance is in them. */
export function plantedLines(records: readonly PlantedRecord[]): SimulatedLine[] {
  let serial = 900_000
  return records.flatMap((record) => {
    const { count, everySeconds } = record.repeat ?? { count: 1, everySeconds: 0 }
    return Array.from({ length: count }, (_, i) =>
      lineOf(filled(record, i), record.at + Math.round(i * everySeconds * 1000), serial++),
    )
  })
}

function lineOf(record: PlantedRecord, time: Instant, serial: number): SimulatedLine {
  switch (record.log) {
    case 'auditd':
      return auditdLine(time, record.host, serial, record.args, record)
    case 'zeek-conn':
      return zeekLine(time, 'conn', record.data)
    case 'zeek-dns':
      return zeekLine(time, 'dns', record.data)
    case 'zeek-http':
      return zeekLine(time, 'http', record.data)
    case 'cloudtrail':
      return cloudtrailLine(time, record.data)
    case 'access':
      return accessLine(time, record)
    case 'okta':
      return oktaLine(time, record.account, record.address, record.place)
    case 'stated':
      return statedLine(time, record.source, record.data)
    default:
      return windowsLine(time, record.host, record.log, record.event, record.data)
  }
}

/** A value with `{i}`, `{i+1}`, `{i/250}`, `{i%250}`, `{i/250%250+1}` in its texts worked out, from left to right. */
export function filled<T>(value: T, i: number): T {
  if (typeof value === 'string') return value.replace(mark, (_, steps: string) => worked(steps, i)) as T
  if (Array.isArray(value)) return value.map((one) => filled(one, i)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, i)])) as T
}

const mark = /\{i((?:[+/%]\d+)*)\}/g

function worked(steps: string, i: number): string {
  let value = i
  for (const [, sign, digits] of steps.matchAll(/([+/%])(\d+)/g)) {
    const by = Number(digits)
    if (sign === '+') value += by
    else if (by > 0) value = sign === '/' ? Math.floor(value / by) : value % by
  }
  return String(value)
}
