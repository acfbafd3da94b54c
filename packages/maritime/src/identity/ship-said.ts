import type { Instant } from '@cordon/model'
import type { AisMessage } from '../ais/decode.ts'
import type { ShipReport } from '../positions/read-csv.ts'
import { type ShipClass, shipClass } from './ship-class.ts'

/** What a ship says of itself in one static report. Metres. Absent is what was not sent. */
export interface ShipSaid {
  readonly time: Instant
  readonly mmsi: number
  /** Seven digits as sent; whether the check digit is right is not looked at here. */
  readonly imo?: string
  readonly name?: string
  readonly callSign?: string
  readonly shipClass?: ShipClass
  readonly lengthM?: number
  readonly beamM?: number
  readonly draughtM?: number
  readonly destination?: string
}

/** What a message of type 5, 19 or 24 says; undefined for others, and where it says nothing. */
export function saidByMessage(message: AisMessage, time: Instant): ShipSaid | undefined {
  const { type, mmsi, imo, shipname, callsign, shiptype, to_bow, to_stern, to_port, to_starboard } = message
  if (type !== 5 && type !== 19 && type !== 24) return undefined
  return said({
    time,
    mmsi,
    imo: typeof imo === 'number' && imo > 0 ? String(imo).padStart(7, '0') : undefined,
    name: text(shipname),
    callSign: text(callsign),
    shipClass: typeof shiptype === 'number' ? shipClass(shiptype) : undefined,
    lengthM: sum(to_bow, to_stern),
    beamM: sum(to_port, to_starboard),
    draughtM: typeof message.draught === 'number' && message.draught > 0 ? message.draught : undefined,
    destination: text(message.destination),
  })
}

/** What a row of a position file says. */
export function saidByReport(report: ShipReport): ShipSaid | undefined {
  const { time, mmsi, imo, name, callsign, shiptype, length, width, draught, destination } = report
  const digits = imo?.replace(/\D/g, '')
  return said({
    time,
    mmsi,
    imo: digits !== undefined && Number(digits) > 0 ? digits.padStart(7, '0') : undefined,
    name: text(name),
    callSign: text(callsign),
    shipClass: shipClass(shiptype),
    lengthM: length,
    beamM: width,
    draughtM: draught,
    destination: text(destination),
  })
}

function said(fields: { [K in keyof ShipSaid]: ShipSaid[K] | undefined }): ShipSaid | undefined {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined)
  return present.length > 2 ? (Object.fromEntries(present) as unknown as ShipSaid) : undefined
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const plain = value
    .replace(/[\s@]+/g, ' ')
    .trim()
    .toUpperCase()
  return plain === '' ? undefined : plain
}

function sum(a: unknown, b: unknown): number | undefined {
  const total = (typeof a === 'number' ? a : 0) + (typeof b === 'number' ? b : 0)
  return total > 0 ? total : undefined
}
